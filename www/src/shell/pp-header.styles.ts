import { css } from 'lit';
import { visuallyHidden } from '../styles/base.ts';

export const styles = css`
  header {
    row-gap: var(--_space-xs);
  }

  h1 {
    font-size: var(--_type-xl);
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.015em;
  }

  .tagline {
    flex: 1 1 16rem;
    text-wrap: pretty;
  }

  /* Reserves the width of the button's other word, so that nothing moves when the word changes. */
  .pin::after {
    content: attr(data-other);
    display: block;
    block-size: 0;
    visibility: hidden;
  }

  @container (inline-size < 34rem) {
    h1 {
      flex-basis: 100%;
    }

    .tagline {
      display: none;
    }
  }

  /* Makes room for all controls in one row. Screen readers still read the label of the menu. */
  @container (inline-size < 24rem) {
    label .muted {
      ${visuallyHidden}
    }

    select {
      padding-inline: var(--_space-s) 0;
    }
  }
`;
