import { css } from 'lit';

export const styles = css`
  section {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    block-size: 100%;
    overflow: hidden;
  }

  header {
    padding: var(--_space-s) var(--_space-m);
  }

  pp-editor {
    grid-row: 3;
    block-size: var(--_editor-height, 100%);
    border-block: 1px solid var(--_line);
  }

  pp-journey {
    grid-row: 4;
  }

  [popover] {
    inset: auto;
    position-area: end span-start;
    margin: var(--_space-xs) 0;
    padding: var(--_space-xs);
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
  }

  /* Without anchor positioning, the menu is centred, as popovers are by default. */
  @supports not (position-area: end) {
    [popover] {
      inset: 0;
      margin: auto;
    }
  }

  [popover] button {
    display: block;
    inline-size: 100%;
    border-color: transparent;
    text-align: start;
  }

  [popover] span {
    display: block;
    font-weight: 400;
  }
`;
