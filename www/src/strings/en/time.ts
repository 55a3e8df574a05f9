/** The words of the freshness timeline and of its two settings. */
import type {
  Freshness,
  Oddity,
  RecordName,
  SettingKey,
  StageState,
} from '../../engine/protocol.ts';
import { isolated, number, placed, records, seconds, span } from './format.ts';

/** `2023-11-14 22:13:20 UTC`, for Python's text of seconds since 1970. Empty if it is not a date. */
function date(text: string): string {
  const day = new Date(Number(text) * 1000);
  if (Number.isNaN(day.getTime())) return '';
  return `${day.toISOString().replace('T', ' ').slice(0, -5)} UTC`;
}

const marks: Record<Freshness, string> = { fresh: '✓ fresh', stale: '! stale' };
/** For screen readers. */
const spoken: Record<Freshness, string> = { fresh: 'fresh', stale: 'stale' };

/** Values that are not plain numbers but that Python calculates with, and their effect. */
const odd: Record<SettingKey, Record<Exclude<Oddity, 'not_number'>, string>> = {
  now: {
    infinity: 'Each age is infinite, or NaN if the record has no timestamp.',
    negative_infinity: 'Each age is -infinite or NaN: nothing is ever stale.',
    nan: 'Each age is NaN, which is not above any limit: nothing is ever stale.',
    true: 'Python calculates with true as 1.',
    false: 'Python calculates with false as 0.',
  },
  max_age_seconds: {
    infinity: 'No age is above infinity: nothing is ever stale.',
    negative_infinity: 'Every number is above -infinity: whatever its age, a record is stale.',
    nan: 'No age is above NaN: nothing is ever stale.',
    true: 'Python compares with true as with 1.',
    false: 'Python compares with false as with 0.',
  },
};

/** Why there are no ages, or not all of them, depending on how far freshness got. Empty if there is nothing to say. */
const notRun: Record<StageState, (error: string) => string> = {
  ran: () => '',
  empty: () => 'No record reached freshness, so there are no ages.',
  off: () => 'The flag of freshness is off, so no record has an age.',
  failed: (error) => `Freshness ended in ${error}.`,
  unreached: (error) => `The run ended in ${error} before freshness.`,
  alone: () => '',
  waiting: (error) => `The run ended in ${error} before freshness.`,
};

export const time = {
  time: {
    heading: 'Freshness timeline',
    span,
    date,
    marks,
    fresh: (n: number) => `✓ ${number(n)} fresh`,
    stale: (n: number) => `! ${number(n)} stale`,
    seconds: (text: string) => `${text} s`,
    axis: (byDecades: boolean) =>
      `age = now − timestamp, in seconds${byDecades ? ', by powers of ten' : ''}`,
    limit: (maxAge: string) => `limit ${maxAge} s`,
    rule: 'A record that is older than the limit is stale. Without a timestamp, or if adapt dropped it, now stands in for it: 0 s old.',

    about: {
      now: 'in seconds since 1970',
      max_age_seconds: 'the limit, in seconds',
    },
    slider: (key: string) => `${key}, slider`,
    absent: {
      now: 'Not in the text: the clock stands in.',
      max_age_seconds: 'Not in the text: the default stands in.',
    },
    odd,
    notNumber: (text: string) =>
      `In the text it is ${isolated(text)}, which is not a number to calculate with.`,
    refused: (typed: string, text: string) =>
      `${typed ? `“${isolated(typed)}” is not a number in JSON.` : 'The field is empty: type a number.'} In the text it is still ${isolated(text)}.`,
    blocked: {
      readonly: 'This config is only for reading.',
      waiting: 'It can be changed once the engine is loaded.',
      unreadable: 'The config cannot be read right now. Fix it to change this here.',
      stopped: 'The last run did not finish. Run the file again to change this here.',
    },
    said: (key: string, value: string, fresh: number, stale: number) =>
      `${key}: ${value}. ${number(fresh)} fresh, ${number(stale)} stale.`,

    notRun,
    outside: (fresh: number, stale: number) =>
      `Not on the axis, because the age is NaN or infinite: ${number(fresh)} fresh, ${number(stale)} stale.`,

    points: 'Records by age',
    histogram: 'Parts of the axis that hold records',
    point: (point: RecordName & { age: string; freshness: Freshness }) =>
      `${placed(point)}, age ${seconds(point.age)}, ${spoken[point.freshness]}`,
    bucket: (from: string, to: string, fresh: number, stale: number) =>
      `${from} to ${to} s: ${number(fresh)} fresh, ${number(stale)} stale`,
    id: (id: string | undefined) => (id === undefined ? 'no id' : `id ${isolated(id)}`),
    age: (age: string) => `age ${seconds(age)}`,
    goTo: (line: number) => `Go to line ${line}`,
    pick: 'Pick a point to see its record.',
    pickBar: 'Pick a bar to list its records.',

    table: 'As a table',
    caption: 'Records by age, for each part of the axis; parts without records are left out',
    columns: {
      from: 'From, s',
      to: 'To, s',
      fresh: 'Fresh',
      stale: 'Stale',
      list: 'Records',
      place: 'Record',
      id: 'id',
      age: 'Age, s',
      mark: 'Mark',
    },
    list: 'List',
    listPart: (from: string, to: string) => `List the records aged ${from} to ${to} seconds`,
    listed: (n: number, from: string, to: string) => `${records(n)} aged ${from} to ${to} s`,
    closeList: 'Close the list',
  },
};
