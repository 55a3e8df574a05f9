import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_unit)) calc(0.75 * var(--_unit));
    align-items: center;
    padding: calc(0.75 * var(--_unit)) var(--_unit);
  }

  header pp-copy {
    margin-inline-start: auto;
  }

  pp-hints {
    flex-basis: 100%;
  }

  .lines {
    max-block-size: calc(24 * var(--_unit));
    overflow-y: auto;
    border-block-start: 1px solid var(--_line);
  }

  .lines:focus-visible {
    outline-offset: -2px;
  }

  ol {
    padding-block: calc(0.5 * var(--_unit));
    list-style: none;
    font: 400 var(--_type-s) / 1.55 var(--_mono);
  }

  li {
    display: grid;
    grid-template-columns: calc(4.75 * var(--_rem)) minmax(0, 1fr) auto;
    gap: calc(0.5 * var(--_unit));
    padding: calc(0.125 * var(--_unit)) var(--_unit);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  /* Text that is selected and copied is what Python wrote. */
  li button {
    align-self: start;
    max-inline-size: calc(16 * var(--_unit));
    font-size: var(--_type-s);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    user-select: none;
  }

  @container (inline-size < 38.9em) {
    li {
      grid-template-columns: calc(4.75 * var(--_unit)) minmax(0, 1fr);
    }

    li button {
      grid-column: 2;
      justify-self: start;
      max-inline-size: 100%;
    }
  }

  .level {
    color: var(--_muted);
    font-weight: 600;
  }

  .warning {
    box-shadow: inset 3px 0 var(--_warning);
  }

  .warning .level {
    color: var(--_warning);
  }

  .none {
    padding: 0 var(--_unit) var(--_unit);
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.5 * var(--_unit)) var(--_unit);
    align-items: center;
    padding: calc(0.625 * var(--_unit)) var(--_unit);
    border-block-start: 1px solid var(--_line);
  }
`;
