import { css } from 'lit';

export const styles = css`
  .card {
    padding: var(--_space-l);
  }

  :host([serious]) .card {
    border-color: var(--_danger);
    border-inline-start-width: 4px;
    background: var(--_danger-soft);
  }

  :host([serious]) h2 {
    color: var(--_danger);
  }

  p {
    margin-block-start: var(--_space-xs);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  button {
    margin-block-start: var(--_space-m);
  }
`;
