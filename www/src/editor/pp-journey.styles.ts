import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    block-size: calc(8.25 * var(--_rem));
    overflow: auto;
  }

  section,
  .hint {
    padding: var(--_space-xs) var(--_space-s) var(--_space-s);
  }

  section {
    filter: var(--_old);
  }

  .hint {
    display: grid;
    place-content: center;
    block-size: 100%;
    text-align: center;
  }

  h3 {
    overflow: hidden;
    font-size: var(--_type-s);
    line-height: calc(1.5 * var(--_rem));
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  ol {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: var(--_space-xs);
    list-style: none;
  }

  button {
    display: grid;
    grid-template-rows: auto auto 1fr;
    gap: calc(0.125 * var(--_unit));
    justify-items: start;
    align-content: start;
    inline-size: 100%;
    block-size: calc(5.75 * var(--_rem));
    padding: calc(0.1875 * var(--_unit)) var(--_space-xs);
    border-color: var(--_line);
    overflow: hidden;
    text-align: start;
    font-size: var(--_type-s);
    line-height: 1.25;
  }

  .name {
    font-weight: 600;
  }

  /* Only the symbol and the word: there is no room for a pill. */
  .outcome {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    line-height: inherit;
    letter-spacing: -0.02em;
    white-space: normal;
  }

  .single {
    font-weight: 500;
  }

  .why {
    display: -webkit-box;
    align-self: start;
    overflow: hidden;
    color: var(--_muted);
    font-weight: 400;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
  }

  @media print {
    .hint {
      display: none;
    }

    :host {
      block-size: auto;
    }
  }

  @container (inline-size < 30.75em) {
    :host {
      block-size: min(calc(15.5 * var(--_rem)), 24dvh);
    }

    ol {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(0.125 * var(--_unit));
    }

    button {
      grid-template-rows: auto auto;
      grid-template-columns: calc(5.5 * var(--_rem)) minmax(0, 1fr);
      gap: 0 var(--_space-s);
      block-size: calc(2.5 * var(--_rem));
    }

    .why {
      grid-column: 1 / -1;
      -webkit-line-clamp: 1;
      line-clamp: 1;
    }
  }
`;
