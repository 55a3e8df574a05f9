/** How long a link is, and what makes it long. */
import type { LinkState } from './state.ts';

/** Some programs cut off longer links. From the second on, many do. */
const LIMITS = [2000, 8000] as const;
export type LinkLimit = (typeof LIMITS)[number];

export interface LinkSize {
  readonly characters: number;
  /** The largest limit that the link is over. */
  readonly over?: LinkLimit;
}

/** `link`: the whole address, since that is what a program cuts. */
export function sizeOf(link: string): LinkSize {
  const characters = link.length;
  const over = LIMITS.findLast((limit) => characters > limit);
  return over ? { characters, over } : { characters };
}

/** How many bytes the config of a link is, if it has one. */
export const bytesOf = ({ text }: LinkState): number | undefined =>
  text === undefined ? undefined : new Blob([text]).size;
