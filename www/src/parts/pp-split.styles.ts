import { css } from 'lit';

export const styles = css`
  :host {
    min-block-size: 0;
  }

  :host([beside]) {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, var(--_share)) auto minmax(0, 1fr);
  }

  @media print {
    :host([beside]) {
      display: block;
    }

    [role='separator'] {
      display: none;
    }
  }

  [role='separator'] {
    position: relative;
    inline-size: var(--_space-l);
    cursor: col-resize;
    touch-action: none;
  }

  [role='separator']::before {
    content: '';
    position: absolute;
    inset-block: calc(50% - calc(1.25 * var(--_unit)));
    inset-inline: calc(50% - 2px);
    block-size: calc(2.5 * var(--_unit));
    border-radius: 2px;
    background: var(--_control);
  }

  [role='separator']:hover::before {
    background: var(--_accent);
  }

  [role='separator']:focus-visible {
    outline-offset: -2px;
  }
`;
