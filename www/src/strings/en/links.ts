/** Making a link, and opening one. */
import type { LinkError, LinkLimit, LinkState, TooLarge } from '../../links/index.ts';
import type { Templates } from '../templates.ts';
import { count, list, placed, size } from './format.ts';
import { page } from './page.ts';

/** Why a link cannot be opened. */
const notOpened: Templates<LinkError> = {
  broken: () =>
    'This link is damaged: some of its characters were changed on the way. Copy it once more from where it was shared.',
  truncated: () =>
    'This link is cut off: its end is missing. Copy all of it, or ask for the config as a file.',
  future: () =>
    'This link was made by a newer version of the playground. Reload this page to get that version.',
  tooLarge: ({ most }) => `This link unpacks to more than ${size(most)}, so it was not opened.`,
};

/** Why a link cannot be made. */
const notMade: Templates<TooLarge> = {
  tooLarge: ({ most }) =>
    `A link holds at most ${size(most)}, and the config is larger. Leave it out, or share it as a file.`,
};

const long: Record<LinkLimit, string> = {
  2000: 'Some programs cut off links of more than 2,000 characters. Try the link where you share it.',
  8000: 'Many programs cut off links of more than 8,000 characters. Leave the config out, or share it as a file.',
};

/** What a link carries. `bytes`: of its config. */
function carries(state: LinkState, bytes: number | undefined): string {
  const { view, stage, found, record, number, show } = state;
  const carried = [
    bytes !== undefined && `the config (${size(bytes)})`,
    view && `the open view (${page.views[view]})`,
    stage && `the stage (${stage})`,
    found && `the choice of records (${found})`,
    record && `the record ${placed(record)}`,
    number && `the number ${number}`,
    show && show.length > 0 && 'which parts are shown',
  ].filter((one) => typeof one === 'string');
  const last = carried.pop();
  if (!last) return 'The link opens the playground, and carries nothing else.';
  const before = list({ first: carried, count: carried.length });
  return `The link carries ${before ? `${before} and ` : ''}${last}.`;
}

export const links = {
  links: {
    notOpened,
    /** Comes after a sentence of `notOpened`. */
    kept: 'Your text is as it was.',
    notMade,
    characters: (n: number) => count(n, 'character', 'characters'),
    long,
    carries,
    /** If it has the config, and if not. */
    inLink: 'The config is in the link itself, and on no server: whoever has the link can read it.',
    leftOut: 'The config is left out: whoever opens the link keeps their own text.',
  },
};
