/** The attributes of the tag that are for authors. */
export const ATTRIBUTES = [
  'src',
  'flags',
  'show',
  'view',
  'stage',
  'record',
  'number',
  'theme',
  'lang',
  'readonly',
  'height',
  'storage',
  'loading',
  'heading-level',
] as const;
