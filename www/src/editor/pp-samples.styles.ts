import { css } from 'lit';

export const styles = css`
  button {
    display: block;
    inline-size: 100%;
    border-color: transparent;
    text-align: start;
  }

  span {
    display: block;
    font-weight: 400;
  }
`;
