import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReconciliationGroup, RecordTrace } from './protocol.ts';
import type { RunView } from './run-view.ts';

/** Records from which on a group is not asked for: it would be told with each of them. */
const MOST = 2000;

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
  const few =
    run.report.recordCount <= MOST || ((await run.ask('countRecords', { group })) ?? MOST) < MOST;
  return few ? (await run.ask('reconciliation', group, 1))?.[0] : undefined;
}

/** Brings along the groups of a page of records, where the run is small enough for that. */
export async function withGroups(
  run: RunView,
  records: readonly RecordTrace[] | undefined,
): Promise<readonly GroupedRecord[] | undefined> {
  if (!records || run.report.recordCount > MOST) return records;
  const groups = new Map<number, Promise<ReconciliationGroup[] | undefined>>();
  for (const { group } of records)
    if (group !== undefined && !groups.has(group))
      groups.set(group, run.ask('reconciliation', group, 1));
  return Promise.all(
    records.map(async (record) => {
      const [told] = (await groups.get(record.group ?? -1)) ?? [];
      return { ...record, told };
    }),
  );
}
