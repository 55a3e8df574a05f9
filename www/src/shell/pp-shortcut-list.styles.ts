import { css } from 'lit';

export const styles = css`
  h3 {
    margin-block: var(--_space-l) var(--_space-s);
  }

  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--_space-xs) var(--_space-l);
    align-items: baseline;
  }

  kbd {
    display: inline-block;
    min-inline-size: 1.75em;
    padding: 0 0.375em;
    border: 1px solid var(--_control);
    border-radius: 4px;
    font: 500 var(--_type-s) / 1.6 var(--_mono);
    text-align: center;
  }
`;
