import { css } from 'lit';

/** The look of a list: rows in columns, on two lines each if the list is narrow. */
export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
    min-block-size: calc(var(--_row) * 4);
  }

  [role='grid'] {
    position: relative;
    flex: 0 1 auto;
    min-block-size: 0;
    overflow: auto;
    scrollbar-gutter: stable;
  }

  [role='grid']:focus-visible {
    outline-offset: -2px;
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface);
    border-block-end: 1px solid var(--_line);
    color: var(--_muted);
    font-size: var(--_type-s);
  }

  .space {
    position: relative;
    overflow: clip;
  }

  .shown {
    position: absolute;
    inset-inline: 0;
  }

  [role='row'] {
    display: grid;
    grid-template-columns: var(--_columns);
    gap: var(--_space-s);
    align-items: center;
    block-size: var(--_row);
    padding-inline: var(--_space-m);
  }

  .shown [role='row'] {
    border-block-end: 1px solid var(--_line);
    cursor: pointer;
  }

  .shown [role='row']:hover {
    background: var(--_sunken);
  }

  .shown [role='row'][aria-selected='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 3px 0 var(--_accent);
  }

  [role='grid']:focus-visible [role='row'].active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  [role='row'] > * {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .head button {
    min-block-size: calc(1.5 * var(--_unit));
    padding: 0 var(--_space-xs);
    margin-inline-start: calc(-1 * var(--_space-xs));
    border-color: transparent;
    background: none;
    color: inherit;
    font-size: inherit;
  }

  @container (inline-size < 38.75em) {
    [role='row'] {
      grid-template-columns: var(--_few-columns);
    }

    .wide {
      display: none;
    }

    .two .shown [role='row'] {
      gap: 0 var(--_space-s);
      align-content: center;
      block-size: calc(var(--_row) * 1.5);
    }

    .shown .below {
      grid-column: 1 / -1;
    }

    .head:has(.below button) {
      gap: 0 var(--_space-s);
      align-content: center;
      block-size: calc(var(--_row) * 1.75);
    }

    .head .below {
      grid-column: 1 / -1;
    }

    /* There is no room for a title without a button below the columns. Screen readers still read it. */
    .head .below:not(:has(button)) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
  }

  @container (inline-size < 22.75em) {
    [role='row'] {
      padding-inline: var(--_space-s);
    }
  }

  @media print {
    :host {
      flex: none !important;
      max-block-size: none !important;
    }

    [role='grid'] {
      overflow: visible;
    }

    .space,
    .shown {
      position: static;
      block-size: auto !important;
      overflow: visible;
      transform: none !important;
    }

    [role='row'] {
      block-size: auto !important;
      min-block-size: var(--_row);
      break-inside: avoid;
    }

    [role='row'] > * {
      overflow: visible;
      overflow-wrap: anywhere;
      white-space: normal;
    }

    .more {
      padding: var(--_space-s) var(--_space-m);
    }
  }

  @media (forced-colors: active) {
    .shown [role='row'][aria-selected='true'] {
      border-inline-start: 4px solid Highlight;
    }
  }
`;
