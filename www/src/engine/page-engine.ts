/** The engine on the page's own thread, for what is too small to be worth a worker. */
import { EngineRestarted, type Job, type Question, type RunEnd } from './protocol.ts';
import { Session } from './session.ts';

/** All engines of a page share its thread's wasm instance: after a trap none of them is to be used any more. */
let trapped = false;

export class PageEngine {
  #session: Session;

  static async start(module: WebAssembly.Module): Promise<PageEngine> {
    return new PageEngine(await Session.start(module));
  }

  private constructor(session: Session) {
    this.#session = session;
  }

  /** Whether it may be given anything. */
  get works(): boolean {
    return !trapped;
  }

  /** Whether it can be asked about a run. */
  holds(run: number): boolean {
    return !trapped && this.#session.holds(run);
  }

  /** The listener has heard of the end when this returns. */
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

  /** Gives back what it holds. */
  stop(): void {
    if (!trapped) this.#session.end();
  }
}
