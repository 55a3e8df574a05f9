/** Characters that are taken for others. */

/** White space of JSON. */
export const isSpace = (unit: number): boolean =>
  unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;

/** Characters that show nothing, or only a gap, and that JSON does not allow between its tokens. */
export const INVISIBLE = /(?![ \t\n\r])[\p{Cc}\p{Cf}\p{Z}]/u;
const ONLY_INVISIBLE = /(?:(?![ \t\n\r])[\p{Cc}\p{Cf}\p{Z}])+/uy;
/** Those of them that make a gap. */
const GAP = /[\p{Z}\v\f\u0085]/u;

export const isGap = (char: string): boolean => GAP.test(char);

/** The end of the invisible characters from an offset on. The same offset if there are none. */
export function afterInvisible(text: string, at: number): number {
  ONLY_INVISIBLE.lastIndex = at;
  return ONLY_INVISIBLE.test(text) ? ONLY_INVISIBLE.lastIndex : at;
}

/** `U+00A0` */
export const codeOf = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Quotation marks other than JSON's, and the ones that can close what each opens. */
export const QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  '`': '`´',
  '“': '”“',
  '”': '”“',
  '„': '“”‟',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‘': '’‘',
  '’': '’‘',
  '‚': '‘’',
  '´': '´`',
  '＂': '＂',
  '″': '″',
  '「': '」',
};
export const ANY_CURLY = /[“”„‟«»＂″]/;

/** Punctuation of another width or script, and JSON's. */
export const WIDE: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
};
