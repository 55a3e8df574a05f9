/** The engine on the page's thread, for small texts. */
import { EngineRestarted, isText, type Job, type Question, type RunEnd } from './protocol.ts';
import { Session } from './session.ts';

/** All engines of a page share one wasm instance, so after a trap none of them may be used. */
let trapped = false;

/** What runs small texts on the page's thread. */
export interface PageThread {
  /** Whether it can be used. */
  readonly works: boolean;
  /** Whether it can be asked about a run. */
  holds(run: number): boolean;
  /** Runs an input and calls its listener's `end` before returning. */
  run(job: Job & { input: string }): void;
  ask(question: Question): Promise<unknown>;
  /** Frees what it holds. */
  stop(): void;
}

export class PageEngine implements PageThread {
  #session: Session;

  static async start(module: WebAssembly.Module): Promise<PageEngine> {
    return new PageEngine(await Session.start(module));
  }

  private constructor(session: Session) {
    this.#session = session;
  }

  get works(): boolean {
    return !trapped;
  }

  holds(run: number): boolean {
    return !trapped && this.#session.holds(run);
  }

  run(job: Job & { input: string }): void {
    job.listener.end(this.#end(job));
  }

  /** Runs an input again, for questions about it. `clock`: the time that it was run at, in seconds since 1970. */
  again(job: Job, clock: number): void {
    if (isText(job)) this.#end(job, clock);
  }

  #end({ id, input, caret }: Job & { input: string }, clock?: number): RunEnd {
    try {
      return this.#session.run({ id, config: input, caret, ...(clock !== undefined && { clock }) });
    } catch (problem) {
      trapped = true;
      return { kind: 'crashed', message: String(problem) };
    }
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

  stop(): void {
    if (!trapped) this.#session.end();
  }
}
