/** The config inside the tag: the text of a script of type `application/json`. */
export function configOf(element: Element): string | undefined {
  const script = element.querySelector(':scope > script[type="application/json"]');
  const text = script?.textContent ?? undefined;
  // With instant navigation, Material for MkDocs runs each script of a page that it shows, whatever its type.
  if (script && document.querySelector('[data-md-component]')) script.textContent = '';
  return text;
}
