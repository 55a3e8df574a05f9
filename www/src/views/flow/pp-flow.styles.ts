import { css } from 'lit';

/** The layout of the stages: side by side, or (`down`) stacked. */
export const styles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-m);
    align-items: baseline;
  }

  .why {
    margin-inline-start: auto;
  }

  .notice {
    font-size: var(--_type-s);
    font-weight: 600;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  ol {
    filter: var(--_old);
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
  }

  li {
    position: relative;
    display: grid;
    grid-template-rows: auto auto 1fr;
    align-content: start;
  }

  /* Reconcile is not a part of the stream. */
  .reconcile {
    border-inline-start: 1px solid var(--_line);
  }

  /* Flags. */

  label {
    position: relative;
    z-index: 1;
    display: flex;
    gap: var(--_space-s);
    align-items: center;
    min-inline-size: 0;
    min-block-size: calc(2 * var(--_unit));
    padding-inline: var(--_space-m);
    cursor: pointer;
  }

  label:hover .name {
    text-decoration: underline;
  }

  input {
    flex: none;
    inline-size: var(--_unit);
    block-size: var(--_unit);
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .name {
    font: 600 var(--_type-m) / 1.5 var(--_mono);
  }

  .about {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .blocked label {
    cursor: not-allowed;
  }

  .blocked input {
    accent-color: var(--_control);
  }

  /* The words. */

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_space-s);
    align-content: start;
    align-items: baseline;
    padding: var(--_space-xs) var(--_space-m) var(--_space-s);
  }

  .words {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-s);
    align-items: baseline;
    min-block-size: calc(1.5 * var(--_rem));
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
  }

  /* Reserves two lines, so that nothing moves when the text comes or gets longer. */
  .row,
  .room {
    min-block-size: calc(3.9375 * var(--_rem));
  }

  /* Above the button that covers the stage. */
  .row .outcome {
    z-index: 1;
    position: relative;
    min-block-size: calc(1.5 * var(--_rem));
  }

  .words::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .words:is(:hover, :active, [aria-current='true'])::after {
    background: color-mix(in srgb, var(--_accent) 7%, transparent);
  }

  .words[aria-current='true'] {
    background: none;
    box-shadow: none;
  }

  .words[aria-current='true']::after {
    box-shadow: inset 0 -2px var(--_accent);
  }

  .words:focus-visible {
    outline: none;
  }

  .words:focus-visible::after {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .counts.failed {
    color: var(--_danger);
    font-weight: 650;
  }

  .counts:is(.off, .unreached, .alone, .empty, .waiting) {
    color: var(--_muted);
  }

  .past .words {
    color: var(--_muted);
  }

  /* There is not enough room for the descriptions of the flags. Screen readers still read them. */
  @container (inline-size < 80em) {
    :host(:not([down])) .about {
      display: none;
    }

    :host(:not([down])) .bars {
      inset-inline-end: 0;
      gap: 0;
    }
  }

  /* Nor for bars beside their words. */
  @container (inline-size < 68em) {
    :host(:not([down])) .bars {
      grid-template-columns: minmax(0, 1fr);
    }

    :host(:not([down])) .bars > * {
      display: block;
      background: none;
    }

    :host(:not([down])) .bars > *::after {
      display: none;
    }
  }

  /* Stacked: the stream runs down the page, beside the words. */

  :host([down]) ol {
    grid-template-columns: minmax(0, 1fr);
  }

  :host([down]) li {
    grid-template-columns: 64px minmax(0, 1fr);
    grid-template-rows: auto;
    grid-auto-rows: auto;
    column-gap: var(--_space-s);
    padding-inline-start: var(--_space-s);
  }

  :host([down]) .reconcile {
    border-inline-start: 0;
    border-block-start: 1px solid var(--_line);
  }

  :host([down]) .picture {
    display: contents;
  }

  :host([down]) svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--_space-s);
    inline-size: 64px;
    block-size: 100%;
  }

  :host([down]) .bars {
    position: static;
    grid-column: 2;
  }

  :host([down]) :is(label, .row) {
    grid-column: 2;
    padding-inline: 0 var(--_space-s);
  }


  @media (forced-colors: active) {
    /* The line below the button marks it, so its content keeps its colours. */
    .words[aria-current='true'] {
      color: CanvasText;
      forced-color-adjust: auto;
    }

    .words[aria-current='true']::after {
      border-block-end: 4px solid Highlight;
    }
  }
`;
