/** The words of the freshness timeline and of its two settings. */
import type { Freshness, Oddity, RecordName, SettingKey, StageState } from '../engine/protocol.ts';
import type { Later } from './later-messages.ts';
import { type Pieces, place } from './pieces.ts';

/** `2023-11-14 22:13:20 UTC`, for Python's text of seconds since 1970. Empty if it is not a date. */
function date(text: string): string {
  const day = new Date(Number(text) * 1000);
  if (Number.isNaN(day.getTime())) return '';
  return `${day.toISOString().replace('T', ' ').slice(0, -5)} UTC`;
}

type Point = RecordName & { age: string; freshness: Freshness };

export function timeIn({ time: words }: Later, { seconds, span }: Pieces) {
  /** Values that are not plain numbers but that Python calculates with, and their effect. */
  const odd: Record<SettingKey, Record<Exclude<Oddity, 'not_number'>, string>> = words.odd;
  const { empty, off, failed, unreached, waiting } = words.notRun;
  /** Why there are no ages, or not all of them, depending on how far freshness got. Empty if there is nothing to say. */
  const notRun: Record<StageState, (error: string) => string> = {
    ran: () => '',
    empty: () => empty,
    off: () => off,
    failed: (error) => failed({ error }),
    unreached: (error) => unreached({ error }),
    alone: () => '',
    waiting: (error) => waiting({ error }),
  };
  return {
    ...words,
    span,
    date,
    odd,
    notRun,
    refused: (typed: string, text: string): string =>
      typed ? words.refused({ typed, text }) : words.refusedEmpty({ text }),
    point: ({ age, freshness, ...record }: Point): string =>
      words.point({ place: place(record), age: seconds(age), freshness }),
    id: (id: string | undefined): string => (id === undefined ? words.noId : words.id({ id })),
    age: (age: string): string => words.age({ age: seconds(age) }),
  };
}
