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
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
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
    min-block-size: 1.5rem;
    overflow-wrap: anywhere;
  }
`;
