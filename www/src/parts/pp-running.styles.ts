import { css } from 'lit';

export const styles = css`
  .card {
    flex-wrap: nowrap;
    padding: var(--_space-s) var(--_space-m);
  }

  progress {
    flex: 1;
    min-inline-size: calc(4 * var(--_unit));
    accent-color: var(--_accent);
  }
`;
