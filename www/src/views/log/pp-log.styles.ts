import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding: 0.75rem 1rem;
  }

  header pp-copy {
    margin-inline-start: auto;
  }

  pp-hints {
    flex-basis: 100%;
  }

  .lines {
    max-block-size: 24rem;
    overflow-y: auto;
    border-block-start: 1px solid var(--_line);
  }

  .lines:focus-visible {
    outline-offset: -2px;
  }

  ol {
    padding-block: 0.5rem;
    list-style: none;
    font: 400 var(--_type-s) / 1.55 var(--_mono);
  }

  li {
    display: grid;
    grid-template-columns: calc(4.75 * var(--_rem)) minmax(0, 1fr) auto;
    gap: 0.5rem;
    padding: 0.125rem 1rem;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  /* Text that is selected and copied is what Python wrote. */
  li button {
    align-self: start;
    max-inline-size: 16rem;
    font-size: var(--_type-s);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    user-select: none;
  }

  @container (inline-size < 34rem) {
    li {
      grid-template-columns: 4.75rem minmax(0, 1fr);
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
    padding: 0 1rem 1rem;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    padding: 0.625rem 1rem;
    border-block-start: 1px solid var(--_line);
  }
`;
