import { css } from 'lit';

/** For text that only screen readers get. */
export const visuallyHidden = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** What every element of the page shares: box, type, buttons, fields, headings, focus. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    display: block;
    min-inline-size: 0;
    color: var(--_text);
    font: 400 var(--_type-m) / 1.5 var(--_font);
    font-variant-numeric: tabular-nums;
  }

  :host([hidden]) {
    display: none;
  }

  h1,
  h2,
  h3,
  p,
  pre,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: var(--_type-l);
    font-weight: 650;
    letter-spacing: -0.005em;
  }

  h3 {
    font-size: var(--_type-m);
    font-weight: 650;
  }

  button,
  select,
  input:not([type='checkbox'], [type='range']) {
    min-block-size: calc(2 * var(--_unit));
    padding: calc(0.1875 * var(--_unit)) var(--_space-m);
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_surface);
    color: var(--_text);
    font: 500 var(--_type-m) / 1.4 var(--_font);
    font-variant-numeric: tabular-nums;
  }

  input:not([type='checkbox'], [type='range']) {
    padding-inline: var(--_space-s);
    font-weight: 400;
  }

  /* What gets the focus is scrolled to above what is fixed at the lower edge. */
  :is(button, select, input, [tabindex]) {
    scroll-margin-block-end: var(--_under, 0);
  }

  /* Safari on phones zooms in when a field with smaller text gets the focus, and not out again. */
  @media (pointer: coarse) {
    select,
    input:not([type='checkbox'], [type='range']),
    .cm-scroller {
      font-size: max(16px, var(--_type-m)) !important;
    }
  }

  button {
    cursor: pointer;
    transition: background-color 120ms;
  }

  button:hover {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }

  button:active {
    background: var(--_line);
  }

  button[aria-disabled='true'],
  button:disabled {
    border-style: dashed;
    color: var(--_muted);
    cursor: not-allowed;
  }

  /* A button that looks like a part of the text around it. */
  button.plain {
    min-block-size: calc(1.5 * var(--_unit));
    padding: 0 var(--_space-xs);
    border-color: transparent;
    background: none;
    color: var(--_accent);
    font-weight: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  button.plain:hover {
    background: var(--_accent-soft);
  }

  button[aria-pressed='true'],
  button[aria-current='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 -2px var(--_accent);
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  /* A part that gets the focus from a control that is gone. There may be no room around it. */
  [tabindex='-1']:focus-visible {
    outline-offset: -2px;
  }

  .muted {
    color: var(--_muted);
    font-size: var(--_type-s);
  }

  .code {
    font-family: var(--_mono);
    font-size: var(--_type-s);
  }

  /* A sign for what cannot be seen, which is there all the same, to be copied. */
  .sign {
    display: inline-block;
    font-size: 0;
    line-height: 0;
    white-space: pre-wrap;
    unicode-bidi: isolate;
  }

  .sign.letter {
    display: inline;
    font-size: inherit;
    line-height: inherit;
  }

  .sign::after {
    content: attr(data-sign);
    margin-inline: 1px;
    border-radius: 2px;
    background: var(--_warning-soft);
    color: var(--_warning);
    font: 600 var(--_type-s) / 1 var(--_mono);
    unicode-bidi: isolate;
  }

  .sign.gap::after {
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--_type-s);
  }

  /* A name whose end stays visible. */
  .ends > span:first-child {
    display: inline-block;
    max-inline-size: calc(100% - 5em);
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: bottom;
    white-space: nowrap;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s);
    align-items: center;
  }

  .push {
    margin-inline-start: auto;
  }

  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .visually-hidden {
    ${visuallyHidden}
  }

  /* On paper nothing can be pressed: the buttons of a bar go, others stay as the text that they are. */
  @media print {
    :is(.bar, header) :is(button, input, select, label, pp-copy, pp-download) {
      display: none;
    }

    button {
      border-color: transparent;
    }

    .card {
      block-size: auto !important;
      overflow: visible !important;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
    }
  }

  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }

    button[aria-pressed='true'],
    button[aria-current='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
