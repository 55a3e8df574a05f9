import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  section {
    display: flex;
    flex-direction: column;
    gap: var(--_space-s);
    block-size: 100%;
    padding-block: var(--_space-s);
  }

  .hint,
  .head,
  h4 {
    padding-inline: var(--_space-m);
  }

  .head p {
    margin-block-start: var(--_space-xs);
  }

  h4 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-s);
    align-items: baseline;
    min-block-size: calc(1.5 * var(--_unit));
    margin: 0;
    font-size: var(--_type-s);
    font-weight: 650;
  }

  h4 button {
    font-size: inherit;
  }

  .head > button {
    margin-inline-start: calc(-1 * var(--_space-xs));
  }

  .part {
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    /* As high as all its rows, or a few of them if there is not enough room. */
    min-block-size: min((var(--_count) * var(--_lines) + 1) * var(--_row) + calc(1.5 * var(--_unit)) + 2px, calc(11 * var(--_unit)));
    --_lines: 1;
  }

  pp-rows {
    flex: 0 1 auto;
    min-block-size: 0;
    border-block: 1px solid var(--_line);
  }

  /* Below this width, a row takes two lines. */
  @container (inline-size < 38.75em) {
    .part {
      --_lines: 1.5;
    }
  }
`;
