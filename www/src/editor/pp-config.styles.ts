import { css } from 'lit';
import { visuallyHidden } from '../styles/base.ts';

export const styles = css`
  section {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    block-size: 100%;
    overflow: hidden;
  }

  header {
    container-type: inline-size;
    padding: var(--_space-s);
  }

  h2 {
    margin-inline-start: var(--_space-xs);
  }

  /* On a phone, the tab is a heading already, and the buttons need its room. */
  @container (inline-size < 27.4em) {
    h2 {
      ${visuallyHidden}
    }

    header button {
      padding-inline: var(--_space-s);
    }
  }

  @container (inline-size < 22.9em) {
    header > button {
      padding-inline: calc(0.3 * var(--_unit));
    }

    header > button:not(.push) {
      margin-inline-start: calc(-1 * var(--_space-xs));
    }
  }

  .note {
    padding: var(--_space-s) var(--_space-m);
    border-block-start: 1px solid var(--_line);
    background: var(--_accent-soft);
  }

  pp-editor {
    grid-row: 3;
    block-size: var(--_editor-height, 100%);
    border-block: 1px solid var(--_line);
  }

  pp-journey {
    grid-row: 4;
  }

  .printed {
    padding: var(--_space-s) var(--_space-m);
    font: 400 var(--_type-s) / 1.4 var(--_mono);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  @media screen {
    .printed {
      display: none;
    }
  }

  @media print {
    section {
      display: block;
      overflow: visible;
    }

    pp-editor {
      display: none;
    }
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
`;
