import { css } from 'lit';

/** What the dialogs of this folder share. */
export const dialog = css`
  /* It takes no room where it stands. */
  :host {
    position: absolute;
  }

  dialog {
    inline-size: min(calc(40 * var(--_unit)), calc(100vw - calc(2 * var(--_unit))));
    max-block-size: calc(100dvh - calc(2 * var(--_unit)));
    padding: var(--_space-l);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  dialog p {
    margin-block: var(--_space-s);
    overflow-wrap: anywhere;
  }

  h2 {
    flex: 1;
  }
`;
