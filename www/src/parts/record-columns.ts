/** The columns that every list of records has. */
import type { RecordTrace, Report } from '../engine/protocol.ts';
import type { AllStrings } from '../strings/later.ts';
import type { Column } from './column.ts';
import { name } from './data.ts';

/** As wide as the longest `source[index]`, up to a limit that leaves enough room for the outcome. */
export function placeColumn(
  { inspector, reasons }: AllStrings,
  { sources, recordCount }: Report,
): Column<RecordTrace> {
  // If there are very many sources, measuring the first 100 is enough.
  const longest = Math.max(0, ...sources.slice(0, 100).map((source) => source.name.length));
  const width = Math.min(18, longest + String(recordCount).length + 2);
  return {
    title: inspector.columns.place,
    width: `minmax(min(${width * 0.55}rem, 24%), 1fr)`,
    cell: (record) => name(reasons.place(record)),
  };
}

/** As wide as its title, and as the highest line number, estimated at ten characters a line. */
export function lineColumn(
  { inspector, number }: AllStrings,
  { inputSize }: Report,
): Column<RecordTrace> {
  const title = inspector.columns.line;
  const digits = Math.max(title.length - 1, number(Math.ceil(inputSize / 10)).length);
  return {
    title,
    width: `${digits * 0.55 + 0.5}rem`,
    cell: ({ line }) => number(line),
  };
}
