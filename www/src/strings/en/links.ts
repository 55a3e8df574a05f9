/** Making a link, and opening one. */
import type { LinkError, LinkLimit, LinkPart, LinkState, TooLarge } from '../../links/index.ts';
import type { Templates } from '../templates.ts';
import { count, list, placed, size } from './format.ts';
import { page } from './page.ts';

/** The programs that make pages. */
type HostName =
  | 'html'
  | 'mkdocs'
  | 'myst'
  | 'rst'
  | 'docusaurus'
  | 'starlight'
  | 'mdbook'
  | 'iframe';

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
    notOpenedHeading: 'This link cannot be opened',
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
    /** A link was opened, or left by Back. */
    opened: 'The config of the link is in the editor. Undo brings your text back.',
    left: 'Your text is in the editor again.',
    /** Said when the whole page is opened without the config. */
    withoutConfig: 'The config is too large for a link, so it was left out.',
    share: {
      heading: 'Share',
      link: 'Link',
      copy: 'Copy the link',
      copied: 'Link copied.',
      leaveOut: 'Leave the config out',
      bigFile: 'A file this big does not fit into a link. Share the file itself.',
      notUtf8:
        'The file is not UTF-8, so a link cannot carry it as it is. Edit it as a text first, or share the file itself.',
      /** The page was opened from a file. */
      onlyHere: 'This page is a file on your computer, so its links open only there.',
      embed: 'Put it into a page',
    },
    embed: {
      host: 'The page is made with',
      hosts: {
        html: 'HTML',
        mkdocs: 'MkDocs Material or Zensical',
        myst: 'Sphinx with MyST',
        rst: 'Sphinx with reStructuredText',
        docusaurus: 'Docusaurus (MDX)',
        starlight: 'Astro Starlight',
        mdbook: 'mdBook',
        iframe: 'anything that allows an iframe',
      } satisfies Record<HostName, string>,
      parts: 'Parts to show (none: all)',
      partNames: (part: LinkPart) =>
        part === 'flow' ? 'Flow' : part === 'editor' ? page.views.config : page.views[part],
      loading: 'Load it',
      loadings: {
        lazy: 'when it comes near',
        eager: 'with the page',
        click: 'when it is clicked',
      },
      once: (file: string) => `Once, in ${file}`,
      place: (host: HostName) =>
        host === 'docusaurus' ? 'In the page, an .mdx file' : 'In the page',
      copyOnce: 'Copy what comes once',
      copyPlace: 'Copy what comes in the page',
      copied: 'Copied to the clipboard.',
      file: 'Put the file beside the page, as config.json.',
      preview: 'Preview',
    },
  },
};
