/**
 * Data in a sentence. It stands between two characters that keep its direction of writing to itself (first strong
 * isolate, pop directional isolate), so that a name that is written from right to left turns no words around. Where
 * there can be elements, `parts/data.ts` puts one in their place.
 */

/** The most characters of a piece of data in a sentence. */
const ROOM = 36;

/** Data for a sentence. The middle of a long one is left out, since the ends tell it from others. */
export function isolated(text: string, room = ROOM): string {
  // Isolates of the data's own would end ours.
  const own = shortened(text, room)
    .join('…')
    .replace(/[\u2066-\u2069]/g, '\ufffd');
  return `\u2068${own}\u2069`;
}

/** The start and the end of a long text, or all of another one. No character is cut in two, and no space is at a cut. */
export function shortened(text: string, room: number): string[] {
  if (text.length <= room) return [text];
  const start = text.slice(0, room / 2).replace(/[\ud800-\udbff ]+$/, '');
  return [start, text.slice(-room / 2).replace(/^[\udc00-\udfff ]+/, '')];
}

/** The words and the data of a sentence, in turn. */
export const piecesOf = (said: string): string[] => said.split(/\u2068(.*?)\u2069/s);

/** A sentence for an attribute: without the isolating characters where nothing needs them. */
export const plain = (said: string): string => said.replace(/\u2068([\x20-\x7e…]*)\u2069/g, '$1');
