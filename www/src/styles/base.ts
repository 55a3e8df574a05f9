import { css } from 'lit';

/** What every element of the page shares: box, type, buttons, headings, focus. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    color: var(--_text);
    font: 400 1rem/1.5 var(--_font);
  }

  :host([hidden]) {
    display: none;
  }

  h1,
  h2,
  h3,
  p,
  pre,
  dl,
  dd,
  ol {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: 1.0625rem;
    font-weight: 650;
    letter-spacing: -0.005em;
  }

  button {
    min-block-size: 2rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_surface);
    color: var(--_text);
    font: 500 0.875rem/1.4 var(--_font);
    cursor: pointer;
    transition: background-color 120ms;
  }

  button:hover {
    background: var(--_accent-soft);
    border-color: var(--_accent);
  }

  button:active {
    background: var(--_line);
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .muted {
    color: var(--_muted);
    font-size: 0.875rem;
  }

  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
    }
  }

  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
  }
`;
