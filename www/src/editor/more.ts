/** What the editor loads when it is first needed. */
export { mark } from './marks.ts';
export { partColours } from './part-colours.ts';
