/**
 * The geometry of the flow: the path data for one stage. The stream runs along `x`, from 0 to 100 (not pixels). Its
 * thickness in `y`, in pixels, represents the number of records. All versions of a path have the same commands, so that
 * a browser can animate between them.
 */
import type { StageReport } from '../../engine/protocol.ts';

/** The size of the picture across the stream, in pixels. */
export const ACROSS = 64;
/** The `y` of one edge of the stream. Dropped records leave on the other side. */
const EDGE = 10;
/** The thickness of the stream with all records, and the least thickness, for one record among millions. */
const THICK = 40;
const THIN = 2;
/** How far the stream bends around a gate that is off. */
const DETOUR = 12;
const GATE = 50;
/** The `x` where a stage's part ends: a little more than 100, so that there is no gap before the next stage. */
const END = 100.5;
/** The `y` of the line from adapt to reconcile, beside the stream. */
const SIDE = 4;
/** The most sources that are drawn separately. */
const MOST_SOURCES = 8;

export interface Shape {
  /** Identifies the shape across runs. */
  key: string;
  kind: 'stream' | 'duplicate' | 'invalid' | 'fresh' | 'stale' | 'gate' | 'side';
  d: string;
}

export interface Drawing {
  stage: StageReport;
  /** The number of records at full thickness. */
  all: number;
  sources: readonly { records: number }[];
  /** Reconcile ran, so a line from adapt leads to it. */
  toReconcile: boolean;
  /** The stream runs down the page, not across it. */
  down: boolean;
}

/** A part of the stream: its two edges. */
type Lane = readonly [from: number, to: number];

/** The shapes of a stage, the lowest layer first. */
export function shapesOf(drawing: Drawing): Shape[] {
  const pen = new Pen(drawing.down);
  return [...streams(pen, drawing), ...side(pen, drawing), gate(pen, drawing)];
}

function streams(pen: Pen, drawing: Drawing): Shape[] {
  const { stage } = drawing;
  const { state } = stage;
  if (stage.name === 'reconcile' || state === 'unreached' || state === 'waiting') return [];
  const thick = thicknessOf(stage.recordsIn, drawing);
  const out = thicknessOf(stage.recordsOut, drawing);
  const bend = state === 'off' ? DETOUR : 0;
  const atGate: Lane = [EDGE + bend, EDGE + bend + thick];
  const before =
    stage.name === 'adapt'
      ? merging(pen, drawing)
      : [shape('stream', pen.band(0, [EDGE, EDGE + thick], GATE + 0.5, atGate), 'in0')];
  if (state === 'failed') return before;
  if (stage.name === 'freshness' && state === 'ran') return [...before, ...split(pen, drawing)];
  const kept: Lane = [EDGE + bend, EDGE + bend + out];
  return [
    ...before,
    shape('stream', pen.band(GATE, kept, END, [EDGE, EDGE + out])),
    ...fallen(pen, drawing, EDGE + thick),
  ];
}

/** The sources, which adapt merges into one stream. */
function merging(pen: Pen, { sources, ...drawing }: Drawing): Shape[] {
  const thick = thicknessOf(drawing.stage.recordsIn, drawing);
  const lanes = sources.filter(({ records }) => records > 0);
  if (lanes.length < 2 || lanes.length > MOST_SOURCES)
    return [shape('stream', pen.band(0, [EDGE, EDGE + thick], GATE, [EDGE, EDGE + thick]), 'in0')];
  const widths = lanes.map(({ records }) => thicknessOf(records, drawing));
  const sum = widths.reduce((all, width) => all + width, 0);
  const gap = Math.min(8, (ACROSS - EDGE - sum) / (lanes.length - 1));
  let [from, to] = [EDGE, EDGE];
  return widths.map((width, index) => {
    const lane = pen.band(0, [from, from + width], GATE, [to, to + width]);
    from += width + gap;
    to += width;
    return shape('stream', lane, `in${index}`);
  });
}

/** The dropped records, which bend out of the stream. */
function fallen(pen: Pen, drawing: Drawing, end: number): Shape[] {
  const { hits, violations } = drawing.stage;
  const thick = thicknessOf(hits ?? violations ?? 0, drawing);
  // A single point if nothing was dropped: a line would be visible in forced colours.
  const lane = thick
    ? pen.band(GATE, [end - thick, end], 86, [ACROSS - thick, ACROSS])
    : pen.band(GATE, [end, end], GATE, [end, end]);
  if (hits === undefined && violations === undefined) return [];
  return [shape(hits === undefined ? 'invalid' : 'duplicate', lane)];
}

/** Fresh and stale records in two tones, from the gate to the end of the stream. */
function split(pen: Pen, drawing: Drawing): Shape[] {
  const { fresh = 0, stale = 0 } = drawing.stage;
  const middle = EDGE + thicknessOf(fresh, drawing);
  const end = middle + thicknessOf(stale, drawing);
  const apart = fresh && stale ? 5 : 0;
  return [
    shape('fresh', pen.band(GATE, [EDGE, middle], 96, [EDGE, middle])),
    shape('stale', pen.band(GATE, [middle, end], 96, [middle + apart, end + apart])),
  ];
}

/** The line from adapt to reconcile, past the stages in between. */
function side(pen: Pen, { stage: { name }, toReconcile, all }: Drawing): Shape[] {
  if (!toReconcile || all === 0) return [];
  if (name === 'adapt')
    return [shape('side', pen.line([GATE, EDGE], [GATE + 6, SIDE], [END, SIDE]))];
  if (name === 'reconcile') return [shape('side', pen.line([0, SIDE], [6, SIDE], [6, ACROSS / 2]))];
  return [shape('side', pen.line([0, SIDE], [GATE, SIDE], [END, SIDE]))];
}

/** A line across the stream. If the stage is off, a short line beside it. */
function gate(pen: Pen, drawing: Drawing): Shape {
  const { stage } = drawing;
  if (stage.name === 'reconcile') return shape('gate', pen.line([8, 6], [8, 32], [8, ACROSS - 6]));
  const thick = Math.max(THICK / 2, thicknessOf(stage.recordsIn, drawing));
  const [from, to] =
    stage.state === 'off' ? [EDGE - 2, EDGE + DETOUR - 4] : [EDGE - 5, EDGE + thick + 5];
  return shape('gate', pen.line([GATE, from], [GATE, (from + to) / 2], [GATE, to]));
}

function thicknessOf(records: number, { all }: Pick<Drawing, 'all'>): number {
  return records === 0 ? 0 : Math.max(THIN, (records / all) * THICK);
}

const shape = (kind: Shape['kind'], d: string, key: string = kind): Shape => ({ key, kind, d });

/** Writes path data, for a stream across the page or down it. */
class Pen {
  #down: boolean;

  constructor(down: boolean) {
    this.#down = down;
  }

  /** A curved band from one lane to another. */
  band(x: number, [from, to]: Lane, endX: number, [endFrom, endTo]: Lane): string {
    const half = (x + endX) / 2;
    const there = `${this.#at(half, from)} ${this.#at(half, endFrom)} ${this.#at(endX, endFrom)}`;
    const back = `${this.#at(half, endTo)} ${this.#at(half, to)} ${this.#at(x, to)}`;
    return `M${this.#at(x, from)} C${there} L${this.#at(endX, endTo)} C${back} Z`;
  }

  line(...[first, ...rest]: [number, number][]): string {
    const at = (point: [number, number] = [0, 0]) => this.#at(...point);
    return `M${at(first)} ${rest.map((point) => `L${at(point)}`).join(' ')}`;
  }

  #at(x: number, y: number): string {
    const [along, across] = [x.toFixed(2), y.toFixed(2)];
    return this.#down ? `${across},${along}` : `${along},${across}`;
  }
}
