import { css } from 'lit';

export const styles = css`
  footer {
    column-gap: var(--_space-l);
  }

  .run {
    filter: var(--_old);
  }
`;
