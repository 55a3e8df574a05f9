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
    gap: var(--_space-s);
  }

  .said {
    min-block-size: 1.5em;
    margin-block-end: 0;
  }
`;
