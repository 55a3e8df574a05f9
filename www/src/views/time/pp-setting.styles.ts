import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(calc(6 * var(--_unit)), calc(9 * var(--_unit)));
    gap: var(--_space-xs) var(--_space-m);
    align-content: start;
    align-items: center;
  }

  label {
    display: block;
    font: 600 var(--_type-m) / 1.5 var(--_mono);
  }

  .slider {
    grid-column: 1 / -1;
  }

  input {
    inline-size: 100%;
  }

  input[type='range'] {
    display: block;
    block-size: calc(1.5 * var(--_unit));
    margin: 0;
    accent-color: var(--_accent);
  }

  input[type='text'] {
    font-family: var(--_mono);
    text-align: end;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
  }

  [aria-disabled='true'] {
    cursor: not-allowed;
  }

  input[type='text'][aria-disabled='true'] {
    border-style: dashed;
    color: var(--_muted);
  }

  input[type='range'][aria-disabled='true'] {
    accent-color: var(--_control);
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0 var(--_space-m);
    justify-content: space-between;
    min-block-size: 1.5em;
  }

  .wrong {
    color: var(--_danger);
  }
`;
