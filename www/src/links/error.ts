/** Why a link cannot be opened or made. */
export type LinkError =
  /** Some of its characters were changed. */
  | { readonly reason: 'broken' }
  /** Its end is missing. */
  | { readonly reason: 'truncated' }
  /** A newer version of the playground made it. */
  | { readonly reason: 'future'; readonly version: string }
  | TooLarge;

export interface TooLarge {
  readonly reason: 'tooLarge';
  /** How many bytes a link can hold, unpacked. */
  readonly most: number;
}

export const MOST_BYTES = 10_000_000;

export const tooLarge: TooLarge = { reason: 'tooLarge', most: MOST_BYTES };
