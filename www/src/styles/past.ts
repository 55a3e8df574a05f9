import { css } from 'lit';

/** The look of a result that is not about the newest text: the last good result, in grey. */
export const past = css`
  .past {
    --_kept: var(--_muted);
    --_duplicate: var(--_muted);
    --_invalid: var(--_muted);
    --_stale: var(--_muted);
    --_matched: var(--_muted);
    --_accent-soft: var(--_sunken);
    --_duplicate-soft: var(--_sunken);
    --_invalid-soft: var(--_sunken);
    --_stale-soft: var(--_sunken);
    --_matched-soft: var(--_sunken);
  }
`;
