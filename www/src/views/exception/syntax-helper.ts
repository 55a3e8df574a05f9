import type { ReactiveControllerHost } from 'lit';
import type { RunView } from '../../engine/run-view.ts';
import type { Source } from '../../state/state.ts';
import { diagnose, type SyntaxHelp, type TextPart } from '../../syntax/index.ts';

/** UTF-16 units of a big file that are looked at. */
const PART = 20_000;

/** Finds what stands in the text of a run that could not be read. Of a big file, looks at the part around the place. */
export class SyntaxHelper {
  help: SyntaxHelp | undefined;
  #host: ReactiveControllerHost;
  #run: RunView | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Looks at the text of a run, once. */
  look(run: RunView, source: Source): void {
    if (run === this.#run) return;
    this.#run = run;
    this.help = undefined;
    const text = textOf(run, source);
    if (text === undefined) void this.#lookAtPart(run);
    else this.#diagnose(run, { text, start: 0, line: 1, toEnd: true });
  }

  async #lookAtPart(run: RunView): Promise<void> {
    const { start } = run.report.error ?? {};
    const window = start === undefined ? undefined : await run.ask('window', start, PART);
    if (!window || run !== this.#run) return;
    const { text, start: from, line, total } = window;
    this.#diagnose(run, { text, start: from, line, toEnd: from + text.length >= total });
    this.#host.requestUpdate();
  }

  #diagnose({ report: { error } }: RunView, part: TextPart): void {
    if (error?.start === undefined || !/^(?:json\.|utf8)/.test(error.cause)) return;
    this.help = diagnose(part, { cause: error.cause, start: error.start });
  }
}

/** What was run, as the editor shows it. Undefined for a file that is too big. */
function textOf({ input }: RunView, { text, file }: Source): string | undefined {
  if (typeof input === 'string') return input;
  // The editor and the engine have one kind of line end.
  return file?.whole && file.bytes === input ? text.replaceAll(/\r\n?/g, '\n') : undefined;
}
