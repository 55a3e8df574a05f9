import { css } from 'lit';

/** Ages on an axis. `--_at` is a fraction of the axis, from 0 to 1. */
export const styles = css`
  :host {
    container-type: inline-size;
    /* Half a point extends beyond either end. */
    padding-inline: calc(0.5 * var(--_unit));
  }

  small {
    color: var(--_muted);
    font-size: var(--_type-s);
    font-weight: 400;
  }

  .limit-row {
    position: relative;
    block-size: calc(1.5 * var(--_rem));
    font-size: var(--_type-s);
    font-weight: 600;
    white-space: nowrap;
  }

  .limit-row > span {
    position: absolute;
    inset-inline-start: calc(var(--_at) * 100%);
    translate: calc(var(--_at) * -100%);
  }

  .plot {
    position: relative;
    block-size: 136px;
    border-block-end: 1px solid var(--_control);
    background: var(--_sunken);
    cursor: pointer;
  }

  .side {
    container-type: inline-size;
    position: absolute;
    inset: 0;
  }

  .old {
    inset-inline-end: calc(-0.5 * var(--_unit));
    background: var(--_stale-soft);
  }

  .word {
    position: absolute;
    inset-inline-start: 0;
    color: var(--_kept);
    font-size: var(--_type-s);
    font-weight: 600;
  }

  .old .word {
    inset-inline: auto calc(0.5 * var(--_unit));
    color: var(--_stale);
  }

  @container (inline-size < 5.25em) {
    .word {
      display: none;
    }
  }

  .line,
  .zero {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_at) * 100% - 1px);
    inline-size: 0;
    border-inline-start: 2px solid var(--_text);
    pointer-events: none;
  }

  .zero {
    border-inline-start: 1px dashed var(--_control);
  }

  .items {
    position: absolute;
    inset: calc(1.25 * var(--_unit)) 0 0;
  }

  /* A point is drawn above the line of the limit, a bar below it. */
  .points {
    z-index: 1;
  }

  .items:focus-visible {
    outline: none;
    box-shadow: 0 0 0 2px var(--_accent);
  }

  /* Fresh points are round, stale ones have corners. */
  .point {
    position: absolute;
    inset-block-end: calc(var(--_up) + 2px);
    inset-inline-start: calc(var(--_at) * 100% - 5px);
    inline-size: 10px;
    block-size: 10px;
    border: 1px solid var(--_surface);
    border-radius: 50%;
    background: var(--_kept);
    transition: background-color 150ms;
  }

  .point.stale {
    border-radius: 0;
    background: var(--_stale);
    rotate: 45deg;
    scale: 0.85;
  }

  .part {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_at) * 100%);
    display: flex;
    flex-direction: column;
    justify-content: end;
    padding-inline: 1px;
  }

  .part > * {
    flex: none;
    min-block-size: 2px;
  }

  .part > [hidden] {
    display: none;
  }

  .part .fresh {
    background: var(--_kept);
  }

  .part .stale {
    background: repeating-linear-gradient(
      45deg,
      var(--_stale) 0 3px,
      color-mix(in srgb, var(--_stale) 60%, var(--_surface)) 3px 6px
    );
  }

  [aria-selected='true'] {
    z-index: 1;
    outline: 2px solid var(--_text);
    outline-offset: 1px;
  }

  .axis {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding-block-start: var(--_space-xs);
    font: 400 var(--_type-s) / 1.3 var(--_mono);
  }

  /* A label is shifted by this fraction of its own width, so that it does not extend beyond an end of the axis. */
  .axis > span {
    position: relative;
    display: flex;
    grid-area: 1 / 1;
    flex-direction: column;
    align-items: center;
    justify-self: start;
    margin-inline-start: calc(var(--_at) * 100%);
    white-space: nowrap;
    translate: calc(var(--_at) * -100%);
  }

  .axis > span::before {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: calc(var(--_at) * (100% - 1px));
    border-inline-start: 1px solid var(--_control);
    block-size: var(--_space-xs);
    content: '';
  }

  .title {
    text-align: center;
  }

  @container (inline-size < 32em) {
    .axis:has(> :nth-child(4)) > span:nth-child(even) {
      visibility: hidden;
    }
  }

  @media (forced-colors: active) {
    .point,
    .part .fresh {
      background: CanvasText;
    }

    .old {
      border: 1px solid CanvasText;
    }

    .point.stale,
    .part .stale {
      border: 1px solid CanvasText;
      background: Canvas;
    }
  }
`;
