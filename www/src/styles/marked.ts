import { css } from 'lit';

/** A part of a text that matters: `<mark>`. With the class `gap`, something is missing there. */
export const marked = css`
  mark {
    background: var(--_warning-soft);
    color: inherit;
    box-shadow: inset 0 -2px var(--_warning);
  }

  mark.gap {
    margin-inline: 1px;
    padding-inline-end: 0.25em;
    border-inline-start: 2px solid var(--_warning);
  }
`;
