/** The engine on the page's thread, for small texts. */
import { EngineRestarted, type Job, type Question, type RunEnd } from './protocol.ts';
import { Session } from './session.ts';

/** All engines of a page share one wasm instance, so after a trap none of them may be used. */
let trapped = false;

export class PageEngine {
  #session: Session;

  static async start(module: WebAssembly.Module): Promise<PageEngine> {
    return new PageEngine(await Session.start(module));
  }

  private constructor(session: Session) {
    this.#session = session;
  }

  /** Whether it can be used. */
  get works(): boolean {
    return !trapped;
  }

  /** Whether it can be asked about a run. */
  holds(run: number): boolean {
    return !trapped && this.#session.holds(run);
  }

  /** Runs an input and calls its listener's `end` before returning. */
  run({ id, input, caret, listener }: Job & { input: string }): void {
    let end: RunEnd;
    try {
      end = this.#session.run({ id, config: input, caret });
    } catch (problem) {
      trapped = true;
      end = { kind: 'crashed', message: String(problem) };
    }
    listener.end(end);
  }

  async ask(question: Question) {
    if (trapped) throw new EngineRestarted();
    try {
      return await this.#session.answer(question);
    } catch (problem) {
      trapped = true;
      throw new EngineRestarted(String(problem));
    }
  }

  /** Frees what it holds. */
  stop(): void {
    if (!trapped) this.#session.end();
  }
}
