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
    min-block-size: 2rem;
    padding: 0.1875rem var(--_space-m);
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
    min-block-size: 1.5rem;
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

  .muted {
    color: var(--_muted);
    font-size: var(--_type-s);
  }

  .code {
    font-family: var(--_mono);
    font-size: var(--_type-s);
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
