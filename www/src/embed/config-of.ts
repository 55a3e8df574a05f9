/** The config inside the tag: the text of a script of type `application/json`. */
export const configOf = (element: Element): string | undefined =>
  element.querySelector(':scope > script[type="application/json"]')?.textContent ?? undefined;
