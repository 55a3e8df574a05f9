import { css } from 'lit';

export const styles = css`
  .card {
    display: grid;
    gap: var(--_space-m);
    padding: var(--_space-m) var(--_space-l) var(--_space-l);
    border-color: var(--_danger);
    border-inline-start-width: 4px;
    background: var(--_danger-soft);
    overflow-wrap: anywhere;
  }

  h2 {
    color: var(--_danger);
  }

  h2:focus {
    outline: none;
  }

  .error {
    font-family: var(--_mono);
    white-space: pre-wrap;
  }

  .error b {
    font-weight: 650;
  }

  .where {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s) var(--_space-l);
    align-items: center;
    padding-block: var(--_space-s);
    border-block: 1px solid var(--_line);
  }

  .where dl {
    display: flex;
    flex: 1 1 calc(16 * var(--_unit));
    flex-wrap: wrap;
    gap: var(--_space-xs) var(--_space-l);
  }

  dl > div {
    display: flex;
    gap: var(--_space-s);
    align-items: baseline;
    min-inline-size: 0;
  }

  dt {
    flex: none;
  }

  dd {
    min-inline-size: 0;
  }

  .code {
    white-space: pre-wrap;
  }

  .example {
    display: grid;
    gap: var(--_space-xs);
    margin-block-start: var(--_space-s);
    padding: var(--_space-s) var(--_space-m);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .fix {
    margin-block-start: var(--_space-s);
  }

  .example dt {
    inline-size: calc(4.5 * var(--_rem));
  }
`;
