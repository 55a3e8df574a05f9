/** What a playground starts with: a text, or a file. Neither: the first sample. */
export type StartConfig = { readonly text: string | undefined } | { readonly file: File };
