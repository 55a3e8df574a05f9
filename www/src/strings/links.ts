/** Making a link, and opening one. */
import type { LinkError, LinkLimit, LinkPart, LinkState, TooLarge } from '../links/index.ts';
import type { Strings } from './index.ts';
import type { Later } from './later-messages.ts';
import { place } from './pieces.ts';
import type { Templates } from './templates.ts';

export function linksIn({ links: words }: Later, { pieces, views }: Strings) {
  /** Why a link cannot be opened. */
  const notOpened: Templates<LinkError> = words.notOpened;
  /** Why a link cannot be made. */
  const notMade: Templates<TooLarge> = words.notMade;
  const long: Record<LinkLimit, string> = words.long;

  /** What a link carries. `bytes`: of its config. */
  function carries(state: LinkState, bytes: number | undefined): string {
    const { view, stage, found, record, number, show } = state;
    const { what } = words;
    const carried = [
      bytes !== undefined && what.config({ bytes }),
      view && what.view({ view: views[view] }),
      stage && what.stage({ stage }),
      found && what.found({ found }),
      record && what.record({ place: place(record) }),
      number && what.number({ number }),
      show && show.length > 0 && what.show,
    ].filter((one) => typeof one === 'string');
    const last = carried.pop();
    if (last === undefined) return words.carriesNothing;
    if (carried.length === 0) return words.carries({ what: last });
    const before = pieces.list({ first: carried, count: carried.length });
    return words.carriesAnd({ what: before, last });
  }
  const embed = {
    ...words.embed,
    partNames: (part: LinkPart): string =>
      part === 'flow' ? words.embed.flow : views[part === 'editor' ? 'config' : part],
    place: (host: string): string => words.embed[host === 'docusaurus' ? 'mdxPlace' : 'place'],
  };
  return { ...words, notOpened, notMade, long, carries, embed };
}
