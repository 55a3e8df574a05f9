/** What stands in a text that is not JSON: what it means, and how to fix it. */
import type { FindingOf } from '../syntax/index.ts';
import type { Help } from './help-messages.ts';
import { type FindingTemplates, fill } from './templates.ts';

type Invisible = FindingOf<'invisible'>;
type Opened = FindingOf<'key_in_array'>['opened'];

export function findingsIn({ syntax: words, place }: Help): FindingTemplates {
  const at = ({ char, line, column }: Opened) => ({
    opened: char,
    place: place({ line: String(line), column: String(column) }),
  });
  const invisible = ({ code, gap, start }: Invisible) => {
    if (code === 'U+FEFF' && start) return words.byteOrderMark;
    return gap ? words.invisibleGap : words.invisible;
  };
  const control = (code: string) => (code === 'U+0009' ? words.tab : words.control);
  return {
    ...words,
    invisible: {
      means: (finding) => fill(invisible(finding).means, finding),
      fix: (finding) => invisible(finding).fix,
    },
    python_word: {
      means: (finding) =>
        /^[TFN]/.test(finding.word) ? words.python_word.means : words.pythonNumber.means(finding),
      fix: words.python_word.fix,
    },
    string_prefix: {
      means: words.string_prefix.means,
      fix: ({ prefix }) =>
        (/^u$/i.test(prefix) ? words.string_prefix.fixU : words.string_prefix.fix)({ prefix }),
    },
    number: {
      means: words.number.means,
      fix: ({ meant }) =>
        meant === undefined ? words.number.fix : words.number.fixMeant({ meant }),
    },
    arithmetic: {
      means: words.arithmetic.means,
      fix: ({ result }) =>
        result === undefined ? words.arithmetic.fix : words.arithmetic.fixResult({ result }),
    },
    missing_bracket: {
      means: ({ opened, missing, found }) =>
        words.missing_bracket.means({ ...at(opened), missing, found }),
      fix: words.missing_bracket.fix,
    },
    wrong_bracket: {
      means: ({ opened, missing, found }) =>
        words.wrong_bracket.means({ ...at(opened), missing, found }),
      fix: words.wrong_bracket.fix,
    },
    key_in_array: {
      means: ({ opened }) => words.key_in_array.means(at(opened)),
      fix: words.key_in_array.fix,
    },
    ends_early: {
      means: ({ open, opened }) =>
        opened
          ? words.ends_early.meansOpened({ open, ...at(opened) })
          : words.ends_early.means({ open }),
      fix: words.ends_early.fix,
    },
    ends_in_string: {
      means: ({ opened }) => words.ends_in_string.means(at(opened)),
      fix: words.ends_in_string.fix,
    },
    line_end_in_string: {
      means: ({ opened }) => words.line_end_in_string.means(at(opened)),
      fix: words.line_end_in_string.fix,
    },
    control: {
      means: ({ code }) => fill(control(code).means, { code }),
      fix: ({ code }) => control(code).fix,
    },
    escape: {
      means: ({ escape: found }) => words.escape.means({ found }),
      fix: words.escape.fix,
    },
  };
}
