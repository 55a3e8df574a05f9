import { css } from 'lit';

export const styles = css`
  :host {
    display: inline;
    font: 400 var(--_type-s) / 1.5 var(--_mono);
    overflow-wrap: anywhere;
  }
`;
