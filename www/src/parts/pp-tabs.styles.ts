import { css } from 'lit';

export const styles = css`
  [role='tablist'] {
    display: flex;
    gap: var(--_space-xs);
    overflow-x: auto;
    padding-inline: var(--_space-s);
    border-block-end: 1px solid var(--_line);
    scrollbar-width: thin;
  }

  button {
    flex: none;
    min-block-size: calc(2.5 * var(--_unit));
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--_muted);
  }

  button[aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
    font-weight: 650;
  }

  button:focus-visible {
    outline-offset: -2px;
  }

  .count {
    filter: var(--_old);
    color: var(--_muted);
    font-weight: 400;
  }

  /* Forced colours make a transparent border visible. */
  @media (forced-colors: active) {
    button {
      border-color: Canvas;
    }

    button[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
