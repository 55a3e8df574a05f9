import { css } from 'lit';

/**
 * Colours, fonts and sizes. A host page can set the public `--pp-…` properties on any ancestor of the element. The
 * styles use only the private `--_…` ones, which inherit through all shadow roots.
 *
 * An outcome is never shown by colour alone: there is always a word or a symbol too. Each outcome's colour has a
 * contrast of at least 4.5:1 on `--_surface` and on its own soft variant, in both schemes.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;

    --_ground: var(--pp-ground, light-dark(#f3f5f8, #0e1318));
    --_surface: var(--pp-surface, light-dark(#ffffff, #171d24));
    --_sunken: var(--pp-sunken, light-dark(#f8fafb, #11161c));
    --_text: var(--pp-text, light-dark(#17212b, #e3e9ef));
    --_muted: var(--pp-muted, light-dark(#51606e, #a3b0bd));
    --_line: var(--pp-line, light-dark(#dbe1e7, #2a333d));
    --_control: var(--pp-control, light-dark(#7a8793, #6d7b89));
    --_accent: var(--pp-accent, light-dark(#1b5e8c, #7fc3f2));
    --_accent-soft: var(--pp-accent-soft, light-dark(#e8f1f8, #18293a));
    --_danger: var(--pp-danger, light-dark(#a3201d, #ff9d96));
    --_danger-soft: var(--pp-danger-soft, light-dark(#fdf2f1, #2a191a));
    --_warning: var(--pp-warning, light-dark(#874a00, #f2bd72));
    --_warning-soft: var(--pp-warning-soft, light-dark(#fdf3e4, #2b2214));

    --_kept: var(--pp-kept, light-dark(#1b5e8c, #7fc3f2));
    --_duplicate: var(--pp-duplicate, light-dark(#6b3fa0, #c9a7f5));
    --_duplicate-soft: light-dark(#f3edfa, #251d33);
    --_invalid: var(--pp-invalid, var(--_danger));
    --_invalid-soft: var(--_danger-soft);
    --_stale: var(--pp-stale, var(--_warning));
    --_stale-soft: var(--_warning-soft);
    --_matched: var(--pp-matched, light-dark(#1d6332, #8fd3a0));
    --_matched-soft: light-dark(#eaf5ed, #16271c);

    --_code-key: var(--pp-code-key, light-dark(#0b4d83, #8ccbff));
    --_code-string: var(--pp-code-string, light-dark(#1d6332, #a2d9a8));
    --_code-number: var(--pp-code-number, light-dark(#8d3a06, #f5b982));
    --_code-atom: var(--pp-code-atom, light-dark(#7b2a8e, #dba9ee));
    --_code-mark: var(--pp-code-mark, light-dark(#51606e, #a3b0bd));

    --_font: var(--pp-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif);
    --_mono: var(
      --pp-mono,
      ui-monospace,
      'SF Mono',
      'Cascadia Code',
      Menlo,
      Consolas,
      'Liberation Mono',
      monospace
    );
    /* --_unit is what the browser takes for text, whatever the page around has set: embed/frame.styles.ts. */
    /* The learner chooses the size of the text. What depends on it is in multiples of --_rem, or in em. */
    --_rem: calc(var(--_unit) * var(--_size));
    /* One scale of type (small print, text, headings, title) and one of space. */
    --_type-s: calc(0.8125 * var(--_rem));
    --_type-m: calc(0.875 * var(--_rem));
    --_type-l: var(--_rem);
    --_type-xl: calc(1.25 * var(--_rem));
    --_space-xs: calc(0.25 * var(--_unit));
    --_space-s: calc(0.5 * var(--_unit));
    --_space-m: calc(0.75 * var(--_unit));
    --_space-l: var(--_unit);
    --_space-xl: calc(1.5 * var(--_unit));

    --_radius: var(--pp-radius, 8px);
    /* The height of a row in a list of records. */
    --_row: calc(2 * var(--_rem));
  }
`;
