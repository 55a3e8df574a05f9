import { css } from 'lit';

export const styles = css`
  section {
    max-block-size: calc(9 * var(--_unit));
    padding-inline-start: var(--_space-s);
    border-inline-start: 3px solid var(--_control);
    overflow-y: auto;
    font-size: var(--_type-s);
  }

  h3 {
    font-size: inherit;
  }

  ul {
    list-style: none;
  }

  li {
    overflow-wrap: anywhere;
  }

  button {
    font-size: inherit;
  }
`;
