import { css } from 'lit';

export const styles = css`
  :host {
    overflow-x: auto;
    padding-block: var(--_space-s);
  }

  table {
    border-collapse: collapse;
    font-size: var(--_type-s);
  }

  caption {
    color: var(--_muted);
    text-align: start;
  }

  th,
  td {
    padding: var(--_space-xs) var(--_space-s) var(--_space-xs) 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
  }

  /* In a narrow window, no word here is so long that the table would have to be scrolled. */
  td:last-child {
    overflow-wrap: anywhere;
  }

  .count {
    text-align: end;
  }
`;
