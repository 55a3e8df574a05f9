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
  pp-filters {
    padding: var(--_space-s) var(--_space-m) 0;
  }

  header p {
    flex: 1 1 calc(20 * var(--_unit));
  }

  .stages {
    display: inline-flex;
    flex-wrap: wrap;
    gap: var(--_space-xs);
  }

  .counted {
    padding: var(--_space-xs) var(--_space-m);
  }

  pp-rows {
    flex: 1 1 calc(12 * var(--_unit));
    min-block-size: calc(9 * var(--_unit));
    border-block: 1px solid var(--_line);
  }

  .none {
    flex: 1;
    padding: var(--_space-m);
    border-block: 1px solid var(--_line);
  }

  .detail {
    flex: none;
    padding: var(--_space-s) var(--_space-m);
    overflow: auto;
  }

  /* A fixed height: the list must not move while the learner goes through its records. */
  .detail:has(pp-record) {
    block-size: clamp(calc(9 * var(--_unit)), 32%, calc(16 * var(--_unit)));
  }

  .detail:focus-visible {
    outline-offset: -2px;
  }

  @media print {
    pp-filters {
      display: none;
    }

    .detail:not(:has(pp-record)) {
      display: none;
    }
  }

  @container (inline-size < 41.25em) {
    section {
      block-size: auto;
    }

    pp-rows {
      flex: none;
      max-block-size: calc(24 * var(--_unit));
    }

    .detail:has(pp-record) {
      block-size: auto;
    }
  }
`;
