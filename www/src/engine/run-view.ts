import type { Engine } from './engine.ts';
import {
  type EngineInput,
  EngineRestarted,
  type QuestionName,
  type Questions,
  type Report,
  type RunMethod,
} from './protocol.ts';

type Given<Name extends RunMethod> = Questions[Name]['ask']['given'];

/**
 * A finished run, as the page's elements see it: its report, and questions about it. Every run is a new object, so that
 * an element knows when to ask again.
 */
export class RunView {
  readonly id: number;
  readonly report: Report;
  /** What was run. */
  readonly input: EngineInput;
  #engine: Engine;
  #numbers: Promise<Questions['numbers']['answer']> | undefined;

  constructor(id: number, report: Report, input: EngineInput, engine: Engine) {
    this.id = id;
    this.report = report;
    this.input = input;
    this.#engine = engine;
  }

  /** What each number counts and how it comes about, including numbers that the summary does not have. */
  async numbers(): Promise<Questions['numbers']['answer']> {
    this.#numbers ??= this.ask('numbers');
    const numbers = await this.#numbers;
    if (!numbers) this.#numbers = undefined;
    return numbers;
  }

  /** Calls a method of the run. Undefined if a newer run has replaced it; the caller is about to get that one. */
  ask<Name extends RunMethod>(
    name: Name,
    ...given: Given<Name>
  ): Promise<Questions[Name]['answer']> {
    return this.put(name, { run: this.id, given } as Questions[Name]['ask']);
  }

  async put<Name extends QuestionName>(
    name: Name,
    question: Questions[Name]['ask'],
  ): Promise<Questions[Name]['answer'] | undefined> {
    try {
      return await this.#engine.ask(name, question);
    } catch (problem) {
      if (problem instanceof EngineRestarted) return undefined;
      throw problem;
    }
  }
}
