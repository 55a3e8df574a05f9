import { css } from 'lit';

/**
 * Colours, fonts and measures. A host page sets the public `--pp-…` properties, anywhere above the element; inside, only
 * the private `--_…` ones are used. They inherit through every shadow root below.
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
    --_radius: var(--pp-radius, 10px);
    --_editor-height: var(--pp-editor-height, clamp(22rem, 75dvh, 44rem));
  }
`;
