import { css } from 'lit';

/** How the parts of the playground lie on the page. It answers to its own width, not the window's: it gets embedded. */
export const layout = css`
  :host {
    display: block;
    container-type: inline-size;
    background: var(--_ground);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  .playground {
    position: relative;
    display: grid;
    gap: 1.25rem;
    max-inline-size: 92rem;
    margin-inline: auto;
    padding: 1.5rem clamp(0.75rem, 3cqi, 2.5rem) 1.25rem;
  }

  h1 {
    font-size: 1.5rem;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }

  .tagline {
    margin-block-start: 0.25rem;
    color: var(--_muted);
    text-wrap: pretty;
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    align-items: start;
  }

  @container (inline-size >= 56rem) {
    .columns {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    }
  }

  .drop {
    position: absolute;
    inset: 0;
    z-index: 10;
    display: grid;
    place-items: center;
    border: 3px dashed var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_ground) 82%, transparent);
    /* The drop itself is the playground's, whatever it falls on. */
    pointer-events: none;
  }

  .drop p {
    padding: 0.75rem 1.25rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 600;
  }
`;
