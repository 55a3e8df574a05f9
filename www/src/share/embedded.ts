/** The playground as it is now, as another page embeds it. */
import { encode, type LinkPart } from '../links/index.ts';
import type { Store } from '../state/store.ts';
import { hasConfig, stateOf } from './link-state.ts';
import { type Embedded, embeddable } from './snippets.ts';

export interface Choice {
  /** None: all. */
  readonly parts: readonly LinkPart[];
  readonly loading: 'lazy' | 'eager' | 'click';
}

/** `address`: of the whole page, beside which the scripts are. */
export async function embedded(store: Store, address: string, choice: Choice): Promise<Embedded> {
  const config = hasConfig(store) ? store.state.source.text : undefined;
  const { text, show: _, ...open } = stateOf(store, true);
  // What is open is in the attributes.
  const encoded = await encode({ text });
  return {
    folder: new URL('.', address).href,
    attributes: attributesOf(open, choice, config === undefined),
    config,
    outcome: outcomeOf(store, config),
    hash: encoded.kind === 'link' && text !== undefined ? encoded.hash : '',
  };
}

/** What `pipeline docs new` would write: if leaving out blank lines moves an exception, it is left out. */
function outcomeOf({ run, state }: Store, config: string | undefined): string | undefined {
  if (!run || !state.upToDate) return undefined;
  const { summaryText, error } = run.report;
  if (!error || (config !== undefined && embeddable(config) !== config)) return summaryText;
  return [error.type, error.message].filter(Boolean).join(': ');
}

type Open = Omit<ReturnType<typeof stateOf>, 'text' | 'show'>;

function attributesOf(
  { view, stage, record, number }: Open,
  { parts, loading }: Choice,
  isFile: boolean,
): [string, string][] {
  const has = (part: LinkPart) => parts.length === 0 || parts.includes(part);
  const all: [string, string | undefined | false][] = [
    ['src', isFile && 'config.json'],
    ['show', parts.join(' ')],
    ['view', parts.length === 0 && view !== 'summary' && view],
    ['stage', has('records') && stage],
    ['record', record && `${record.source}[${record.index}]`],
    ['number', has('summary') && number],
    ['loading', loading !== 'lazy' && loading],
  ];
  return all.filter((one): one is [string, string] => Boolean(one[1]));
}
