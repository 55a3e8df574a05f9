import { css } from 'lit';

/** The checkboxes and what opens, in the dialog that makes links and in its part for pages. */
export const controls = css`
  .check {
    display: flex;
    align-items: center;
    min-block-size: calc(2 * var(--_unit));
  }

  .check input {
    inline-size: calc(1.125 * var(--_unit));
    block-size: calc(1.125 * var(--_unit));
    accent-color: var(--_accent);
  }

  summary {
    padding-block: var(--_space-xs);
    cursor: pointer;
    font-weight: 600;
  }
`;
