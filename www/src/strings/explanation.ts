/** The words that explain the numbers of the summary. */
import type { NumberReason, NumberReport, StageName, SummaryNumber } from '../engine/protocol.ts';
import type { Later } from './later-messages.ts';
import { say, type Templates } from './templates.ts';

export function explanationIn({ explanation: words }: Later) {
  const rules = rulesIn(words);
  const lists: Partial<Record<SummaryNumber, (of: { n: number }) => string>> = words.lists;

  const heading = ({ name, text }: NumberReport): string =>
    text === undefined ? name : words.counts[name]({ n: Number(text), text });
  const rule = (report: NumberReport): string =>
    report.text === undefined
      ? words.missing({ name: report.name })
      : say(rules, report.why, report);
  return {
    ...words,
    heading,
    rule,
    said: (report: NumberReport): string =>
      words.said({ heading: heading(report), rule: rule(report) }),
    /** The heading of a list of records that explain a number, by the number that counts them. */
    list: (name: SummaryNumber, n: number): string => (lists[name] ?? words.lists.all)({ n }),
  };
}

function rulesIn({ rules, off }: Later['explanation']): Templates<NumberReason, NumberReport> {
  /** What a stage that is off did not do. */
  const without: Record<StageName, string> = off;
  return {
    ...rules,
    // Without adapt there are no records at all.
    stage_off: (_, { stage = 'adapt' }) => without[stage],
    from_sources({ sources, more }) {
      const named = sources.map(({ name, records }) => rules.named({ name, records })).join(', ');
      return more ? rules.fromMore({ named, more }) : rules.from_sources({ named });
    },
    records_out({ came, duplicates, invalid, left }) {
      const went = [
        ...(duplicates ? [rules.dropped({ stage: 'cache', n: duplicates })] : []),
        ...(invalid ? [rules.dropped({ stage: 'validate', n: invalid })] : []),
      ].join(', ');
      return went ? rules.records_out({ came, went, left }) : rules.allOut({ came, left });
    },
    // An expression of Python's.
    hit_rate: ({ hits, all, rate }) => rules.hit_rate({ hits, all: String(all), rate }),
  };
}
