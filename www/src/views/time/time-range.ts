/** The ranges of the sliders. This is only geometry: the engine decides what a value means. */
import type { Timeline } from '../../engine/protocol.ts';

export interface Range {
  min: number;
  max: number;
  step: number;
}

/** The least margin beyond the records, in seconds. */
const ROOM = 60;
/** The range if there are no records, in seconds. */
const HOUR = 3600;
/** A range longer than this has whole steps. A shorter one would have too few of them, and the slider would jump. */
const LEAST_STEPS = 50;

/** From a time before the oldest timestamp to a time at which even the youngest record is stale. */
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

/** A range whose step is a power of ten. Undefined if the slider's numbers would not be exact. */
function rangeOf(from: number, to: number): Range | undefined {
  const length = to - from;
  const step = length > LEAST_STEPS ? roundDown(length / 1e5, 1) : roundDown(length / 500, 0);
  const [min, max] = [Math.floor(from / step) * step, Math.ceil(to / step) * step];
  return Number.isSafeInteger(Math.round(min)) && Number.isSafeInteger(Math.round(max))
    ? { min, max, step }
    : undefined;
}

/** Rounds down to a power of ten. */
const roundDown = (n: number, least: number): number =>
  Math.max(least, 10 ** Math.floor(Math.log10(n)));
