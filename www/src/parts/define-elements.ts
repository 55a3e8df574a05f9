import type { LitElement } from 'lit';
import { fitIntoPage } from './fit-into-page.ts';
import { withstandTranslators } from './translated.ts';

/** The class of an element, with its tag. Importing the class does not define the element. */
export interface ElementClass extends CustomElementConstructor {
  readonly tag: string;
  addInitializer: (typeof LitElement)['addInitializer'];
}

/** Defines elements, in this order. A tag that is already defined is skipped, so calling this again does no harm. */
export function defineElements(elements: readonly ElementClass[]): void {
  for (const element of elements) {
    if (customElements.get(element.tag)) continue;
    element.addInitializer((host) => {
      withstandTranslators(host as LitElement);
      fitIntoPage(host as LitElement);
    });
    customElements.define(element.tag, element);
  }
}
