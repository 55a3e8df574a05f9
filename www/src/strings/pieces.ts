/** Pieces of sentences: numbers, spans of time, lists of names. */
import type { RecordName, SomeNames } from '../engine/protocol.ts';
import type { First } from './first-messages.ts';
import { formatsOf } from './format.ts';
import { isolated } from './isolated.ts';
import type { Translation } from './translations.ts';

const DAY = 86_400;
const UNITS = [
  { seconds: 31_557_600, name: 'y' },
  { seconds: DAY, name: 'd' },
  { seconds: 3600, name: 'h' },
  { seconds: 60, name: 'min' },
] as const;

/** Spans of more seconds than this, some 300,000 years, are no better to read than the seconds. */
const LONGEST = 1e13;

export type Pieces = ReturnType<typeof piecesIn>;

export function piecesIn({ language, messages: { units } }: Translation<First>) {
  const { number, oneDigit } = formatsOf(language);

  /** `10 min`, for Python's text of a number of seconds. Empty for less than a minute. */
  function span(text: string): string {
    const seconds = Number(text);
    const unit = UNITS.find((one) => Math.abs(seconds) >= one.seconds);
    if (!unit || !(Math.abs(seconds) <= LONGEST)) return '';
    return units[unit.name]({ value: oneDigit(seconds / unit.seconds) });
  }

  /** `61 s`, and from a day on `1234567 s (14.3 d)`, for Python's text of a number of seconds. */
  function seconds(text: string): string {
    const rounded = Math.abs(Number(text)) >= DAY && span(text);
    return rounded
      ? units.secondsAndSpan({ seconds: text, span: rounded })
      : units.seconds({ seconds: text });
  }

  /** `a, b, c and 3 more`, of texts that may have data in them. */
  function list({ first, count }: SomeNames): string {
    const more = count - first.length;
    const named = first.join(', ');
    return more > 0 ? units.more({ named, more }) : named;
  }

  /** The same, of names. */
  const names = ({ first, count }: SomeNames): string =>
    list({ first: first.map((name) => isolated(name)), count });

  return { number, span, seconds, list, names };
}

/** `alpha[2]`, by itself. */
export const place = ({ source, index }: RecordName): string => `${source}[${index}]`;

/** `alpha[2]` in a sentence. */
export const placed = (record: RecordName): string => isolated(place(record));
