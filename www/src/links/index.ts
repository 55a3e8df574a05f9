/** The playground's state in a link. Pure functions, without Lit and Vite. */
export type { LinkError, TooLarge } from './error.ts';
export { type Decoded, decode, type Encoded, encode } from './link.ts';
export { bytesOf, type LinkLimit, type LinkSize, sizeOf } from './size.ts';
export type {
  LinkFound,
  LinkNumber,
  LinkPart,
  LinkRecord,
  LinkStage,
  LinkState,
  LinkView,
} from './state.ts';
