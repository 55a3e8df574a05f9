import { css } from 'lit';

export const styles = css`
  section {
    block-size: 100%;
    overflow: auto;
  }

  header,
  p {
    padding: var(--_space-s) var(--_space-m);
  }

  header p {
    padding: 0;
  }
`;
