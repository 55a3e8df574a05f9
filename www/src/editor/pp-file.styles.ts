import { css } from 'lit';

export const styles = css`
  .file {
    padding: var(--_space-s) var(--_space-m);
    border-block-start: 1px solid var(--_line);
    background: var(--_accent-soft);
  }

  .file p {
    flex: 1 1 calc(14 * var(--_unit));
    overflow-wrap: anywhere;
  }

  /* Reserves room for the longest line numbers, so that the editor below does not move. */
  .file:has(.part) {
    container-type: inline-size;
  }

  .file:has(.part) p {
    flex-basis: 100%;
  }

  .part {
    display: block;
    min-block-size: 1lh;
  }

  @container (inline-size < 35em) {
    .part {
      min-block-size: 2lh;
    }
  }
`;
