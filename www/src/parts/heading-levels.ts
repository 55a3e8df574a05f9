import type { LitElement } from 'lit';

/** What a playground in another page adds to the level of its headings: `<pp-playground>` has it as an attribute. */
const ADDED = 'heading-offset';

/**
 * Fits the headings of an element into those of the page around the playground. The tags of headings say their level in
 * a playground that is the whole page, where its title is the first.
 */
export const keepHeadingLevels = (host: LitElement): void =>
  host.addController({
    hostUpdated() {
      const added = addedTo(host);
      if (!added) return;
      for (const heading of host.renderRoot.querySelectorAll<HTMLElement>('h1, h2, h3, h4'))
        heading.ariaLevel = String(Math.max(1, Number(heading.localName[1]) + added));
    },
  });

function addedTo(element: Element): number {
  if (element.hasAttribute(ADDED)) return Number(element.getAttribute(ADDED));
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? addedTo(root.host) : 0;
}
