import { css } from 'lit';

export const styles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-m);
    padding: var(--_space-m);
  }

  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(18 * var(--_unit))), 1fr));
    gap: var(--_space-s) var(--_space-xl);
  }

  .why {
    font-weight: 600;
  }

  .picked {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-m);
    align-items: baseline;
    min-block-size: calc(1.5 * var(--_unit));
    overflow-wrap: anywhere;
  }
`;
