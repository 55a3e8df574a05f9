import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReconciliationGroup, RecordTrace } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';

/** With more sources than these, a list's records come without their groups, each of which may hold all sources. */
const MOST_SOURCES = 100;

/** A record in a list, with its reconciliation group where that is told of. */
export interface GroupedRecord extends RecordTrace {
  told?: ReconciliationGroup | undefined;
}

/** The reconciliation group of the record that its host shows: asked for when the record changes. */
export class GroupOf implements ReactiveController {
  group: ReconciliationGroup | undefined;
  #host: ReactiveControllerHost;
  #record: RecordTrace | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** `run` is the run that the record is of. */
  async follow(run: RunView | undefined, record: RecordTrace | undefined): Promise<void> {
    if (record === this.#record) return;
    this.#record = record;
    const group = run && record && (await groupOf(run, record));
    if (record !== this.#record) return;
    this.group = group;
    this.#host.requestUpdate();
  }
}

async function groupOf(
  run: RunView,
  { group }: RecordTrace,
): Promise<ReconciliationGroup | undefined> {
  if (group === undefined) return undefined;
  return (await run.ask('reconciliation', group, 1))?.[0];
}

/** Brings along the groups of a page of records, where these are small enough for that. */
export async function withGroups(
  run: RunView,
  records: readonly RecordTrace[] | undefined,
): Promise<readonly GroupedRecord[] | undefined> {
  if (!records || run.report.sources.length > MOST_SOURCES) return records;
  const groups = new Map<number, Promise<ReconciliationGroup | undefined>>();
  for (const record of records)
    if (record.group !== undefined && !groups.has(record.group))
      groups.set(record.group, groupOf(run, record));
  return Promise.all(
    records.map(async (record) => ({ ...record, told: await groups.get(record.group ?? -1) })),
  );
}
