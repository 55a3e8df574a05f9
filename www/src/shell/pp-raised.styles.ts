import { css } from 'lit';

export const styles = css`
  .raised {
    display: grid;
    gap: var(--_space-xs);
  }

  .code {
    color: var(--_danger);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;
