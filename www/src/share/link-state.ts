/** What a link to the playground as it is now carries. */
import type { LinkRecord, LinkState } from '../links/index.ts';
import type { Store } from '../state/store.ts';

/** Whether the config is a text that a link can carry: not a part of a big file, and not bytes that are no text. */
export const hasConfig = (store: Store): boolean => {
  const { file } = store.state.source;
  return !file || (file.whole && !file.encoding);
};

/** `withConfig`: the config goes with it. */
export function stateOf(store: Store, withConfig: boolean): LinkState {
  const { source, view, stage, found, number, record } = store.state;
  const inRecords = view === 'records';
  return {
    text: withConfig && hasConfig(store) ? source.text : undefined,
    view,
    stage: inRecords ? stage : undefined,
    found: inRecords ? found?.kind : undefined,
    record: record && nameOf(record),
    number,
  };
}

const nameOf = ({ source, index }: LinkRecord): LinkRecord => ({ source, index });
