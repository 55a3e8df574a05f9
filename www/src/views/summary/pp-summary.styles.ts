import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  section {
    --_leading: calc(1.5 * var(--_rem));
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    grid-template-columns: calc(17 * var(--_rem)) minmax(0, 1fr);
    block-size: 100%;
    overflow: hidden;
  }

  header {
    grid-column: 1 / -1;
    padding: var(--_space-s) var(--_space-m);
    border-block-end: 1px solid var(--_line);
  }

  pp-hints {
    flex-basis: 100%;
  }

  pre {
    padding: var(--_space-s) var(--_space-m);
    overflow: auto;
    font: 400 var(--_type-s) / var(--_leading) var(--_mono);
  }

  .beside {
    border-inline-start: 1px solid var(--_line);
    overflow: auto;
  }

  .hint {
    padding: var(--_space-s) var(--_space-m);
  }

  @media print {
    .hint {
      display: none;
    }
  }

  /* A low window still shows the whole summary: lines are closer, and in a lower one the heading is beside it. */
  @media (height < 66rem) {
    section {
      --_leading: calc(1.25 * var(--_rem));
    }
  }

  @media (height < 56rem) {
    section {
      --_leading: calc(1.025 * var(--_rem));
    }
  }

  @container (inline-size >= 41.25em) {
    @media (height < 56rem) {
      :host(:not([past])) pre {
        grid-row: 1 / -1;
      }

      :host(:not([past])) header {
        grid-column: 2;
        border-inline-start: 1px solid var(--_line);
      }
    }
  }

  :host([past]) section {
    display: block;
  }

  :host([past]) pre {
    color: var(--_muted);
  }

  /* Padding makes the targets large enough. It overlaps the surrounding text. */
  pre button {
    min-block-size: var(--_leading);
    padding: 0 var(--_space-s);
    margin-inline: calc(-1px - var(--_space-s));
    border: 1px solid transparent;
    background: none;
    color: var(--_code-number);
    font: inherit;
    font-weight: 600;
    line-height: calc(var(--_leading) - 2px);
    text-decoration: underline dotted;
    text-underline-offset: 3px;
    vertical-align: top;
    scroll-margin-block: var(--_space-m);
    user-select: text;
  }

  pre button.stage {
    color: var(--_code-string);
    font-weight: 400;
  }

  pre button:hover,
  pre button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }

  @container (inline-size < 41.25em) {
    section {
      grid-template-rows: auto auto minmax(0, 1fr);
      grid-template-columns: minmax(0, 1fr);
      overflow: auto;
    }

    pre {
      overflow: visible;
    }

    .beside {
      min-block-size: calc(20 * var(--_unit));
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }
  }

  @media (forced-colors: active) {
    pre button[aria-pressed='true'] {
      border-color: Highlight;
      /* Only the content, since the comma after the button is drawn over the padding. */
      background: Highlight content-box;
      color: HighlightText;
    }
  }
`;
