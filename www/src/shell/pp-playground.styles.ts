import { css } from 'lit';

/** The layout of the playground. It depends on the element's own width, since it may be embedded. */
export const styles = css`
  :host {
    display: block;
    background: var(--_ground);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  .playground {
    /* Not the host: Chromium takes an em there to be 16 px. */
    container-type: inline-size;
    position: relative;
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    gap: var(--_space-m);
    block-size: var(--pp-height, clamp(36 * var(--_rem), 100dvh, 48 * var(--_rem)));
    padding: var(--_space-m) var(--_space-l) var(--_space-s);
  }

  :host([whole-page]) .playground {
    block-size: max(36 * var(--_rem), 100dvh);
  }

  /* The tag gives a height. */
  :host([sized]),
  :host([sized]) .playground {
    block-size: 100%;
  }

  /* What is about an older input than the newest takes this look, wherever it is. */
  .old {
    --_old: grayscale(1) opacity(0.8);
  }

  .skip {
    position: absolute;
    inset-block-start: var(--_space-s);
    inset-inline-start: var(--_space-s);
    z-index: 3;
  }

  .skip:not(:focus) {
    opacity: 0;
    pointer-events: none;
  }

  /* The newest announcement, for a while: over the end of the status line, where nothing but the privacy note is. */
  .said {
    position: sticky;
    inset-block-end: var(--_space-xs);
    z-index: 2;
    justify-self: end;
    /* Higher than the status line, which must not grow by it. */
    margin-block: calc(-1 * var(--_space-xs));
    padding: 0 var(--_space-s);
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent-soft);
    font-size: var(--_type-s);
    overflow-wrap: anywhere;
    pointer-events: none;
  }

  .said p {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  :host(:not([narrow])) :is(.said, pp-status) {
    grid-area: 4 / 1;
    align-self: end;
  }

  :host(:not([narrow])) .said {
    max-inline-size: 55%;
  }

  .results {
    display: flex;
    flex-direction: column;
    gap: var(--_space-m);
    min-block-size: 0;
    block-size: 100%;
  }

  @media (height < 50rem) {
    :host(:not([narrow])) :is(.playground, .results) {
      gap: var(--_space-s);
    }

    :host(:not([narrow])) .playground {
      padding-block: var(--_space-s) var(--_space-xs);
    }
  }

  .results[hidden] {
    display: none;
  }

  pp-results {
    flex: 1;
    min-block-size: 0;
  }

  :host([narrow]) .playground {
    --_editor-height: clamp(calc(18 * var(--_unit)), var(--pp-editor-height, 60dvh), calc(40 * var(--_unit)));
    --_under: calc(5 * var(--_unit));
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

  /* Only some parts are shown, each as high as it needs to be. */
  :host([chosen]) {
    background: none;
  }

  :host([chosen]) .playground {
    display: flex;
    flex-direction: column;
    padding: 0;
  }

  :host([chosen]:not([sized])) .playground:not(.beside) {
    block-size: auto;
  }

  :host([chosen]) .playground > :is(pp-split, pp-config, .results) {
    flex: 1;
    min-block-size: 0;
  }

  :host([chosen]) .said {
    position: absolute;
    inset-block-end: var(--_space-s);
    inset-inline-end: var(--_space-s);
  }

  /* The text until its editor is loaded. */
  pp-config:not(:defined):not([hidden]) {
    display: block;
  }

  pre.plain {
    box-sizing: border-box;
    block-size: 100%;
    padding: var(--_space-m);
    overflow: auto;
    font: 400 var(--_type-s) / 1.6 var(--_mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  /* The status line is below the window from the start, and is not moved there by the first result. */
  @media screen {
    :host([narrow][whole-page]) pp-results {
      min-block-size: 90dvh;
    }
  }

  @media print {
    :host {
      color-scheme: light !important;
      background: none;
    }

    .playground,
    .results {
      display: block !important;
      block-size: auto !important;
    }

    .playground > *,
    .results > * {
      margin-block-end: var(--_space-m);
    }

    pp-tabs,
    .said,
    .skip,
    pp-status > * {
      display: none;
    }

    /* One column shows one part at a time; paper has room for the config too. */
    pp-config {
      display: block !important;
      margin-block-end: var(--_space-m);
    }
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
