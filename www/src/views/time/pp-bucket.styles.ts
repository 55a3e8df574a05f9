import { css } from 'lit';

export const styles = css`
  pp-rows {
    block-size: calc(var(--_row) * 7);
    border: 1px solid var(--_line);
  }
`;
