import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }

  button {
    min-inline-size: calc(4.75 * var(--_unit));
  }
`;
