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
    flex: 0 1 14rem;
    min-inline-size: 9rem;
  }

  select {
    max-inline-size: 12rem;
  }

  /* As high as all its rows, if there is room. */
  pp-rows {
    flex: 1 1 min(var(--_all-rows), 20rem);
    min-block-size: min(var(--_all-rows), 7rem);
    max-block-size: var(--_all-rows);
    border-block: 1px solid var(--_line);
  }

  pp-claims {
    flex: 0 1 auto;
    min-block-size: min(10rem, 40%);
    overflow: auto;
  }

  .pick {
    padding: var(--_space-m);
  }

  @container (inline-size < 29.75em) {
    input {
      flex: 1 1 8rem;
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
