import { css } from 'lit';

/** The terms and small tables in the details of a record. */
export const styles = css`
  .bar {
    gap: var(--_space-xs) var(--_space-s);
  }

  .id {
    max-inline-size: calc(14 * var(--_unit));
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  dl {
    display: grid;
    grid-template-columns: fit-content(40%) minmax(0, 1fr);
    gap: var(--_space-xs) var(--_space-m);
    margin-block-start: var(--_space-s);
  }

  dt {
    min-inline-size: calc(6 * var(--_unit));
    color: var(--_muted);
    font-size: var(--_type-s);
    overflow-wrap: break-word;
  }

  button.plain {
    margin-inline-start: calc(-1 * var(--_space-xs));
    font-size: var(--_type-s);
    text-align: start;
  }

  button.push {
    margin-inline-start: auto;
  }

  dd {
    overflow-wrap: anywhere;
  }

  table {
    inline-size: 100%;
    margin-block-start: var(--_space-xs);
    border-collapse: collapse;
    font-size: var(--_type-s);
  }

  caption {
    color: var(--_muted);
    text-align: start;
  }

  /* Not the titles, which are words and should not be broken anywhere. */
  caption,
  td {
    overflow-wrap: anywhere;
  }

  th {
    color: var(--_muted);
    font-weight: 500;
    text-align: start;
  }

  th,
  td {
    padding: calc(0.125 * var(--_unit)) var(--_space-s) calc(0.125 * var(--_unit)) 0;
    border-block-end: 1px solid var(--_line);
    vertical-align: top;
  }

  .field {
    color: var(--_code-key);
    font-family: var(--_mono);
  }

  .dropped td:first-child {
    color: var(--_invalid);
    text-decoration: line-through;
  }

  .change {
    color: var(--_muted);
    white-space: nowrap;
  }

  .dropped .change {
    color: var(--_invalid);
  }
`;
