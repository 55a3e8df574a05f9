/** How far the sliders of the timeline go. Geometry only: what a value means, the engine says. */
import type { Timeline } from '../../engine/protocol.ts';

export interface Range {
  min: number;
  max: number;
  step: number;
}

/** Seconds beyond the records that there is always room for. */
const ROOM = 60;
/** Without records to go by. */
const HOUR = 3600;
/** A slider in fewer steps than this would jump. */
const LEAST_STEPS = 50;

/** From before the oldest timestamp to where even the youngest is stale. */
export function rangeOfNow(now: string, timeline: Timeline | undefined): Range | undefined {
  const at = Number(now);
  const oldest = Math.max(0, Number(timeline?.high ?? HOUR));
  const youngest = Math.min(0, Number(timeline?.low ?? -HOUR));
  const limit = Math.max(0, Number(timeline?.maxAge ?? 0)) || 0;
  const room = Math.max(ROOM, (oldest - youngest) / 10);
  const beyond = Number.isFinite(limit) ? limit : 0;
  return rangeOf(at - oldest - room, at - youngest + beyond + room);
}

/** From 0 to somewhat beyond the oldest age. */
export function rangeOfLimit(maxAge: string, timeline: Timeline | undefined): Range | undefined {
  const oldest = Number(timeline?.high ?? HOUR);
  const limit = Number(maxAge);
  const most = Math.max(ROOM, oldest, Number.isFinite(limit) ? limit : 0);
  return rangeOf(Math.min(0, Number.isFinite(limit) ? limit : 0), most * 1.25);
}

/** In steps that end in 0, or are 1. Undefined where a slider's numbers would not be exact. */
function rangeOf(from: number, to: number): Range | undefined {
  const length = to - from;
  const step = length > LEAST_STEPS ? roundDown(length / 1e5, 1) : roundDown(length / 500, 0);
  const [min, max] = [Math.floor(from / step) * step, Math.ceil(to / step) * step];
  return Number.isSafeInteger(Math.round(min)) && Number.isSafeInteger(Math.round(max))
    ? { min, max, step }
    : undefined;
}

/** To a power of ten. */
const roundDown = (n: number, least: number): number =>
  Math.max(least, 10 ** Math.floor(Math.log10(n)));
