import { css } from 'lit';

export const styles = css`
  .bar {
    gap: var(--_space-xs) var(--_space-m);
  }

  label {
    display: inline-flex;
    gap: var(--_space-xs);
    align-items: center;
    max-inline-size: 100%;
    font-size: var(--_type-s);
    color: var(--_muted);
  }

  select {
    min-inline-size: 0;
    padding-inline: var(--_space-xs);
    font-size: var(--_type-s);
  }

  input:not([type='checkbox']) {
    inline-size: calc(7.75 * var(--_unit));
    font-size: var(--_type-s);
  }
`;
