import type { LitElement } from 'lit';

/** What a playground in another page adds to the level of its headings: `<pp-playground>` has it as an attribute. */
const ADDED = 'heading-offset';

/** What a screen reader lists of a page, with those of all other playgrounds in it. */
const LANDMARKS = 'section:is([aria-label], [aria-labelledby]):not([role]), [role="region"]';

/** Those of the page are its banner and its footer. Within a group they would count as such too. */
const EDGES = ':is(header, footer):not([role])';

/**
 * Fits an element into the page around the playground: its headings come below those of the page, and its sections are
 * groups, not landmarks. In a playground that is the whole page, the tags are right as they are.
 */
export const fitIntoPage = (host: LitElement): void =>
  host.addController({
    hostUpdated() {
      const added = addedTo(host);
      if (added === undefined) return;
      for (const heading of host.renderRoot.querySelectorAll<HTMLElement>('h1, h2, h3, h4'))
        heading.ariaLevel = String(Math.max(1, Number(heading.localName[1]) + added));
      for (const [parts, role] of [
        [LANDMARKS, 'group'],
        [EDGES, 'none'],
      ] as const)
        for (const part of host.renderRoot.querySelectorAll(parts)) part.setAttribute('role', role);
    },
  });

/** Undefined in a playground that is the whole page. */
function addedTo(element: Element): number | undefined {
  const added = element.getAttribute(ADDED);
  if (added !== null) return Number(added);
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? addedTo(root.host) : undefined;
}
