const STYLES = `
  :host {
    display: block;
    min-inline-size: 0;
  }
  :host([hidden]), [hidden] { display: none; }
  .box { position: relative; display: flow-root; }
  .box.sized { overflow: auto; }
  .box.awaiting:not(.sized) { min-block-size: clamp(576px, 100dvh, 768px); }
  /* The sizes of the playground hang on the browser's own size of text, not on that of the page around. */
  .live { font: medium sans-serif; --_unit: 1em; block-size: 100%; }
  .below {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    font: 14px/1.5 system-ui, sans-serif;
  }
  .below p { margin: 8px 0; overflow-wrap: anywhere; }
  button {
    margin: 8px 0;
    padding: 6px 14px;
    border: 1px solid currentcolor;
    border-radius: 8px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
  /* It runs, but what stands inside the tag is shown until its first result. */
  .waiting {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    visibility: hidden;
    pointer-events: none;
  }
  @media print {
    .box { block-size: auto !important; overflow: visible; }
    .below { display: none; }
  }
`;

/** Makes `--_unit` a length, which inner elements inherit as pixels. */
function registerUnit(): void {
  try {
    CSS.registerProperty({
      name: '--_unit',
      syntax: '<length>',
      inherits: true,
      initialValue: '16px',
    });
  } catch {
    // A second script has registered it.
  }
}

let made: CSSStyleSheet | undefined;

/** One for all tags of a page. A style element would be refused by the policy of some pages. */
export function sheet(): CSSStyleSheet {
  if (!made) {
    registerUnit();
    made = new CSSStyleSheet();
    made.replaceSync(STYLES);
  }
  return made;
}
