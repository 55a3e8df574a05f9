import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  section {
    padding-block-end: var(--_space-m);
  }

  h3,
  .none {
    padding-inline: var(--_space-m);
  }

  h3 .muted {
    font-weight: 400;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    margin-block-start: var(--_space-xs);
  }

  th,
  td {
    padding: var(--_space-xs) var(--_space-m);
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }

  th[scope='row'] {
    inline-size: 1%;
    overflow-wrap: normal;
  }

  wbr {
    display: none;
  }

  td:last-child {
    font-weight: 650;
  }

  thead th {
    color: var(--_muted);
    font-size: var(--_type-s);
  }

  pp-rows {
    block-size: min(calc(var(--_row) * var(--_all) + 2px), calc(16 * var(--_unit)));
    margin-block-start: var(--_space-xs);
    border-block: 1px solid var(--_line);
  }

  .none {
    padding-block-start: var(--_space-xs);
  }

  .record {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_space-xs) var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    align-items: baseline;
  }

  .record dd {
    overflow-wrap: anywhere;
  }

  @container (inline-size < 34.25em) {
    th,
    td {
      padding-inline: var(--_space-xs);
    }

    tr > :first-child {
      padding-inline-start: var(--_space-m);
    }

    wbr {
      display: inline;
    }
  }
`;
