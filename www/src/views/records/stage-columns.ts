/** The columns of the inspector, which differ by stage. */
import type { RecordFilter, RecordTrace, Report, StageName } from '../../engine/protocol.ts';
import { idCell } from '../../parts/cells.ts';
import { endingChip, stepChip } from '../../parts/chips.ts';
import type { Column } from '../../parts/column.ts';
import { code, cut, name } from '../../parts/data.ts';
import { lineColumn, placeColumn } from '../../parts/record-columns.ts';
import { isTimestampDropped, stepAt } from '../../parts/step-at.ts';
import { say } from '../../strings/index.ts';
import type { AllStrings } from '../../strings/later.ts';

export interface Order {
  sort: NonNullable<RecordFilter['sort']>;
  descending: boolean;
}

/** The width of the longest word for an outcome. */
const OUTCOME_WIDTHS: Record<StageName, string> = {
  adapt: '6.5rem',
  cache: '6.5rem',
  validate: '6.5rem',
  freshness: '4.75rem',
  reconcile: '7.75rem',
};

/** The order of a list, and a function to change it. */
interface Sorted {
  by: Order;
  sort(order: Order): void;
}

type Records = Column<RecordTrace>;

/** The next order of a column: ascending, descending, then the order of the text. */
function next(order: Order, sort: Order['sort']): Order {
  if (order.sort !== sort) return { sort, descending: false };
  if (!order.descending) return { sort, descending: true };
  return { sort: 'position', descending: false };
}

export function columnsAt(
  stage: StageName,
  report: Report,
  strings: AllStrings,
  { by: order, sort: sortBy }: Sorted,
): Records[] {
  const { inspector, reasons } = strings;
  const words = inspector.columns;
  const whyAt = (record: RecordTrace, templates = reasons.whyInList) => {
    const step = stepAt(record, stage);
    return cut(say(templates, step.why, step));
  };
  const sortable = (sort: Order['sort']) => ({
    sorted:
      order.sort !== sort
        ? ('none' as const)
        : order.descending
          ? ('descending' as const)
          : ('ascending' as const),
    sort: () => sortBy(next(order, sort)),
  });
  const outcome: Records = {
    title: words.outcome,
    width: OUTCOME_WIDTHS[stage],
    cell: (record) => stepChip(strings, stepAt(record, stage).step),
  };
  const why: Records = {
    title: words.why,
    width: 'minmax(0, 3fr)',
    below: true,
    cell: (record) => whyAt(record),
  };
  const own: Record<StageName, () => Records[]> = {
    adapt: () => [
      {
        title: words.fate,
        width: '6.5rem',
        cell: ({ ending }) => endingChip(strings, ending),
        ...sortable('fate'),
      },
      { title: words.text, width: 'minmax(0, 4fr)', below: true, cell: ({ text }) => code(text) },
    ],
    cache: () => [
      {
        title: words.key,
        width: '7.5rem',
        wide: true,
        cell: ({ key = '' }) => code(key),
        ...sortable('key'),
      },
      { ...outcome, ...sortable('fate') },
      {
        ...why,
        width: 'minmax(0, 2fr)',
        cell: (record) => whyAt(record, reasons.whyBesideKey),
      },
    ],
    validate: () => [{ ...outcome, ...sortable('fate') }, why],
    freshness: () => [
      {
        title: words.timestamp,
        width: 'minmax(5.75rem, 0.5fr)',
        wide: true,
        // It is unknown for a record that the stage has not processed.
        cell: (record) => {
          const { freshness, timestamp } = record;
          if (timestamp) return name(timestamp);
          if (!freshness) return inspector.unknown;
          const { timestampDropped, noTimestamp } = inspector;
          return cut(isTimestampDropped(record) ? timestampDropped : noTimestamp);
        },
      },
      outcome,
      { ...why, title: words.age, ...sortable('age') },
    ],
    reconcile: () => [outcome, why],
  };
  return [
    { ...placeColumn(strings, report), ...sortable('position') },
    { ...lineColumn(strings, report), wide: true },
    { title: words.id, width: 'minmax(2.5rem, 1.5fr)', cell: (record) => idCell(strings, record) },
    ...own[stage](),
  ];
}
