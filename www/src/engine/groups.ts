/** Records with the reconciliation groups that they are in. */
import type { ReconciliationGroup, RecordTrace } from './protocol.ts';
import type { RunView } from './run-view.ts';

/** With more sources than this, a list's records come without their groups, since each group may hold all sources. */
const MOST_SOURCES = 100;

/** A record in a list, with its reconciliation group if that was asked for. */
export interface GroupedRecord extends RecordTrace {
  groupDetail?: ReconciliationGroup | undefined;
}

/** Undefined if the record is in no group. */
export async function groupOf(
  run: RunView,
  { group }: RecordTrace,
): Promise<ReconciliationGroup | undefined> {
  if (group === undefined) return undefined;
  return (await run.ask('reconciliation', group, 1))?.[0];
}

/** Adds the groups to a page of records, unless there are too many sources for that. */
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
    records.map(async (record) => ({
      ...record,
      groupDetail: await groups.get(record.group ?? -1),
    })),
  );
}
