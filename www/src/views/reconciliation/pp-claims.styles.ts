import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    padding: var(--_space-m);
  }

  h3 {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  ul {
    display: grid;
    grid-template-columns: fit-content(calc(11 * var(--_unit))) fit-content(calc(16 * var(--_unit))) minmax(0, 1fr);
    gap: var(--_space-xs) var(--_space-m);
    margin-block-start: var(--_space-s);
    list-style: none;
  }

  li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
  }

  li > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .text {
    white-space: pre-wrap;
  }

  .before {
    color: var(--_muted);
  }

  .more {
    grid-column: 1 / -1;
  }

  @container (inline-size < 36.5em) {
    ul {
      grid-template-columns: minmax(0, auto) minmax(0, 1fr);
    }

    .text {
      grid-column: 1 / -1;
    }
  }
`;
