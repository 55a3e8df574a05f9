import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(calc(34 * var(--_unit)), calc(100vw - calc(2 * var(--_unit))));
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
    min-block-size: calc(2 * var(--_unit));
    margin-block-start: var(--_space-m);
  }

  input {
    inline-size: calc(1.125 * var(--_unit));
    block-size: calc(1.125 * var(--_unit));
    accent-color: var(--_accent);
  }
`;
