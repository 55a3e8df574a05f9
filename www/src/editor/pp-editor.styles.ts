import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    overflow: hidden;
  }

  /* The focus ring. An outline would be below the editor's own layers. */
  :host(:focus-within)::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 600;
    border: 2px solid var(--_accent);
    pointer-events: none;
  }

  .editor {
    block-size: 100%;
  }
`;
