import { css } from 'lit';

/** The look of an outcome's word: `<span class="outcome duplicate">`. The symbol before it is part of the text. */
export const outcome = css`
  .outcome {
    display: inline-flex;
    gap: 0.375em;
    align-items: baseline;
    padding: 0 0.5em;
    border: 1px solid color-mix(in srgb, currentcolor 35%, transparent);
    border-radius: 99px;
    font-size: var(--_type-s);
    font-weight: 600;
    line-height: 1.5;
    white-space: nowrap;
  }

  .kept,
  .fresh {
    color: var(--_kept);
    background: var(--_accent-soft);
  }

  .duplicate {
    color: var(--_duplicate);
    background: var(--_duplicate-soft);
  }

  .invalid,
  .mismatched {
    color: var(--_invalid);
    background: var(--_invalid-soft);
  }

  .stale {
    color: var(--_stale);
    background: var(--_stale-soft);
  }

  .matched {
    color: var(--_matched);
    background: var(--_matched-soft);
  }

  .single {
    color: var(--_muted);
    background: var(--_sunken);
  }
`;
