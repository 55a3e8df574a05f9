import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
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
    grid-template-columns: calc(4.75 * var(--_rem)) minmax(0, 1fr);
    gap: 0.5rem;
    padding: 0.125rem 1rem;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
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
