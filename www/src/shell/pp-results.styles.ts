import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--_space-m);
    min-block-size: 0;
  }

  .outcome {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--_space-m);
    min-block-size: 0;
    overflow: auto;
    transition: filter 150ms;
  }

  @media print {
    :host,
    .outcome {
      display: block;
      overflow: visible;
    }
  }

  .panel {
    flex: 1;
    min-block-size: 0;
  }

  .past {
    --_text: var(--_muted);
  }

  /* Dims a result only after it has been out of date for a while, so that it does not flicker for small texts. */
  .outcome.old {
    filter: var(--_old, opacity(0.55));
    transition-delay: 250ms;
  }
`;
