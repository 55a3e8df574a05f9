import type { LitElement } from 'lit';

/**
 * Keeps an element up to date in a page that a browser translates. A translator puts `<font>` elements in the place of
 * text nodes, and Lit would go on writing into what is no longer a text node. So before each update, those in the place
 * of Lit's own become text nodes again; what does not change keeps its translation.
 */
export const withstandTranslators = (host: LitElement): void =>
  host.addController({
    hostUpdate() {
      // Lit has a comment before each text that it writes.
      for (const font of host.shadowRoot?.querySelectorAll('font') ?? [])
        if (font.previousSibling instanceof Comment) font.replaceWith(font.textContent ?? '');
    },
  });
