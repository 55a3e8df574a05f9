import { css } from 'lit';

export const styles = css`
  summary {
    inline-size: fit-content;
    min-block-size: calc(1.5 * var(--_unit));
    cursor: pointer;
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
    font-size: var(--_type-s);
  }

  caption {
    padding-block: var(--_space-xs);
    color: var(--_muted);
    text-align: start;
  }

  th,
  td {
    padding: 2px var(--_space-m) 2px 0;
    border-block-end: 1px solid var(--_line);
    text-align: end;
  }

  tbody th {
    font: 400 var(--_type-s) / 1.5 var(--_mono);
  }
`;
