/** What the tests do with a browser and ask of it: the same in each engine, whichever protocol drives it. */

export interface Driven {
  open(address: string): Promise<unknown>;
  /** Runs a script in the page, as the body of a function. Returns what it returns. */
  run<Answer>(script: string): Promise<Answer>;
  /** Presses the mouse on the element that a script returns. */
  click(script: string): Promise<void>;
  /** Presses a key: `Tab`, or together with Control: `Control+a`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * In the browser: the first element for a path of selectors, `pp-summary >> pre`. Each is looked for in all shadow roots
 * below the one before.
 */
function find(path: string): Element | null {
  const below = (root: ParentNode, selector: string): Element | null => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of [root as Element, ...root.querySelectorAll('*')]) {
      const deeper = shadowRoot && below(shadowRoot, selector);
      if (deeper) return deeper;
    }
    return null;
  };
  let from: Element | null = document.documentElement;
  for (const selector of path.split(' >> ')) from &&= below(from, selector);
  return from;
}

/** A script that calls a function with the element at a path, or null, and with one more argument. */
export const withElement = <Given>(
  path: string,
  ask: (element: HTMLElement | null, given: Given) => unknown,
  given?: Given,
): string => `return (${ask})((${find})(${JSON.stringify(path)}), ${JSON.stringify(given)})`;
