import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  section {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden;
  }

  header,
  .filters,
  .why {
    padding: var(--_space-s) var(--_space-m);
  }

  .filters {
    padding-block-start: 0;
  }

  .why {
    display: grid;
    gap: var(--_space-s);
    justify-items: start;
  }

  @media print {
    .filters {
      display: none;
    }
  }

  .filters button {
    padding-inline: var(--_space-s);
  }

  input {
    flex: 0 1 calc(14 * var(--_unit));
    min-inline-size: calc(9 * var(--_unit));
  }

  select {
    max-inline-size: calc(12 * var(--_unit));
  }

  /* As high as all its rows, if there is room. */
  pp-rows {
    flex: 1 1 min(var(--_all-rows), calc(20 * var(--_unit)));
    min-block-size: min(var(--_all-rows), calc(7 * var(--_unit)));
    max-block-size: var(--_all-rows);
    border-block: 1px solid var(--_line);
  }

  pp-claims {
    flex: 0 1 auto;
    min-block-size: min(calc(10 * var(--_unit)), 40%);
    overflow: auto;
  }

  .pick {
    padding: var(--_space-m);
  }

  @container (inline-size < 29.75em) {
    input {
      flex: 1 1 calc(8 * var(--_unit));
      min-inline-size: 0;
      margin: 0;
    }

    .filters {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }

    .filters button {
      padding-inline: var(--_space-xs);
      font-size: var(--_type-s);
    }
  }
`;
