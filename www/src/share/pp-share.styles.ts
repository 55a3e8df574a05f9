import { css } from 'lit';

export const styles = css`
  .address {
    display: flex;
    flex: 1 1 calc(14 * var(--_unit));
    gap: var(--_space-s);
    align-items: center;
    min-inline-size: 0;
  }

  .bar {
    margin-block-start: var(--_space-s);
  }

  form.bar {
    margin-block: 0 var(--_space-m);
  }

  .link {
    flex: 1;
    min-inline-size: 0;
    font-family: var(--_mono);
    font-size: var(--_type-s);
    text-overflow: ellipsis;
  }

  .warning {
    color: var(--_warning);
    font-weight: 600;
  }

  .check {
    display: flex;
    gap: var(--_space-s);
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

  .said {
    min-block-size: 1.5em;
    margin-block-end: 0;
  }
`;
