import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(34rem, calc(100vw - 2rem));
    padding: var(--_space-l);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  h2 {
    flex: 1;
  }

  label {
    display: flex;
    gap: var(--_space-s);
    align-items: center;
    min-block-size: 2rem;
    margin-block-start: var(--_space-m);
  }

  input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    accent-color: var(--_accent);
  }
`;
