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
    flex: 1 1 calc(16 * var(--_unit));
    text-wrap: pretty;
  }

  /* In the row of the controls it has one line, so that the header is no higher than they are. */
  @container (inline-size >= 64em) {
    .tagline {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  }

  /* Reserves the width of the button's other word, so that nothing moves when the word changes. */
  .pin::after {
    content: attr(data-other);
    display: block;
    block-size: 0;
    visibility: hidden;
  }

  /* Below the controls, so that they stay in one row if they can: a phone on its side is not high. */
  @container (inline-size < 64em) {
    .tagline {
      flex-basis: 100%;
      order: 1;
    }

    .help {
      margin-inline-end: auto;
    }
  }

  /* Screen readers still read the labels of the menus. */
  @container (inline-size < 90em) {
    label .muted {
      ${visuallyHidden}
    }
  }

  /* A phone on its side has room for one row. */
  @media (height < 26rem) {
    @container (inline-size < 56em) {
      .lang {
        display: none;
      }

      select,
      button {
        padding-inline: var(--_space-xs);
      }
    }
  }

  @container (inline-size < 28em) {
    select {
      padding-inline: var(--_space-s) 0;
    }
  }
`;
