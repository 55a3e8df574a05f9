import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }

  button {
    min-inline-size: 4.75rem;
  }
`;
