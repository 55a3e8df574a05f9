import { css } from 'lit';

/** The layout of the playground. It depends on the element's own width, since it may be embedded. */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    background: var(--_ground);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  :host([scheme='light']) {
    color-scheme: light;
  }

  :host([scheme='dark']) {
    color-scheme: dark;
  }

  .playground {
    position: relative;
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    gap: var(--_space-m);
    block-size: var(--pp-height, max(46rem, 100dvh));
    padding: var(--_space-m) var(--_space-l) var(--_space-s);
  }

  .results {
    display: flex;
    flex-direction: column;
    gap: var(--_space-m);
    min-block-size: 0;
    block-size: 100%;
  }

  .results[hidden] {
    display: none;
  }

  pp-results {
    flex: 1;
    min-block-size: 0;
  }

  :host([narrow]) .playground {
    --_editor-height: clamp(18rem, 60dvh, 40rem);
    --_under: 5rem;
    display: flex;
    flex-direction: column;
    block-size: auto;
    padding-inline: var(--_space-m);
  }

  /* Stays in sight below the config and the stages, without moving the text that is being typed. */
  pp-raised.card {
    position: sticky;
    inset-block-end: 0;
    z-index: 10;
    padding: var(--_space-s) var(--_space-m);
    border-color: var(--_danger);
    border-inline-start-width: 4px;
    background: var(--_danger-soft);
  }

  :host([narrow]) .results {
    block-size: auto;
  }

  .drop {
    position: absolute;
    inset: 0;
    z-index: 1000;
    display: grid;
    place-items: center;
    border: 3px dashed var(--_accent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_ground) 82%, transparent);
    /* The playground handles a drop anywhere, so this must not be its target. */
    pointer-events: none;
  }

  .drop p {
    padding: var(--_space-m) var(--_space-l);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 600;
  }
`;
