/** The class of an element that says by which tag it is used. Importing the class defines nothing. */
export interface ElementClass extends CustomElementConstructor {
  readonly tag: string;
}

/** Defines elements, in this order. A tag that is defined already is skipped, so that a list can be defined again. */
export function defineElements(elements: readonly ElementClass[]): void {
  for (const element of elements)
    if (!customElements.get(element.tag)) customElements.define(element.tag, element);
}
