import { css } from 'lit';

/** The styles of a stage's picture: the stream of records, the gate across it, and reconcile's bars. */
export const picture = css`
  .picture {
    position: relative;
  }

  svg {
    display: block;
    inline-size: 100%;
    block-size: 64px;
    overflow: visible;
  }

  @media (height < 50rem) {
    :host(:not([down])) svg {
      block-size: 44px;
    }

    :host(:not([down])) .bars {
      line-height: 14px;
    }
  }

  path {
    transition: d 350ms ease, opacity 350ms;
  }

  .stream,
  path.fresh {
    fill: color-mix(in srgb, var(--_kept) 55%, var(--_surface));
  }

  path.duplicate {
    fill: var(--_duplicate);
  }

  path.invalid {
    fill: var(--_invalid);
  }

  path.stale {
    fill: var(--_stale);
  }

  .gate,
  .side {
    fill: none;
    stroke: var(--_text);
    stroke-width: 3px;
    vector-effect: non-scaling-stroke;
  }

  .side {
    stroke: var(--_control);
    stroke-width: 1.5px;
    stroke-dasharray: 4 4;
  }

  :is(.off, .unreached, .alone, .empty, .waiting) .gate {
    stroke: var(--_control);
  }

  :is(.unreached, .alone, .empty, .waiting) .gate {
    stroke-dasharray: 3 3;
  }

  .failed .gate {
    stroke: var(--_danger);
    stroke-width: 5px;
  }

  /* A bar beside its words. */

  .bars {
    position: absolute;
    inset: 2px var(--_space-m) 2px calc(8% + var(--_space-s));
    display: grid;
    grid-template-rows: repeat(3, minmax(0, 1fr));
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--_space-s);
    align-items: center;
    font-size: var(--_type-s);
    font-weight: 600;
    line-height: 20px;
    white-space: nowrap;
  }

  .bars > * {
    display: contents;
  }

  .bars > *::after {
    content: '';
    block-size: 10px;
    background: currentcolor;
    transform: scaleX(var(--_share));
    transform-origin: 0 0;
    transition: transform 350ms ease;
  }

  @media (forced-colors: active) {
    .stream,
    path.fresh {
      fill: CanvasText;
    }

    path:is(.duplicate, .invalid, .stale) {
      fill: none;
      stroke: CanvasText;
      stroke-width: 1px;
      vector-effect: non-scaling-stroke;
    }

    .gate,
    .side {
      stroke: Highlight;
    }

    .bars > *::after {
      background: CanvasText;
    }
  }
`;
