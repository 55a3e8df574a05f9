import { bytesOf } from '../engine/bytes-of.ts';
import { saveFile } from '../parts/save-file.ts';
import type { Source } from '../state/state.ts';
import type { Strings } from '../strings/index.ts';
import { allStringsOf } from '../strings/later.ts';

/** Saves the text, or the file with its edits, where the browser puts downloads. Resolves to what happened, in words. */
export async function save({ text, file }: Source, { language }: Strings): Promise<string> {
  const words = allStringsOf(language).file;
  const name = file?.name ?? words.name;
  try {
    // Fails if the file was changed since it was opened. The download would fail too, but without a word on this page.
    if (file) await bytesOf(file.original.slice(-1));
  } catch {
    return words.changedOnDisk({ name });
  }
  saveFile(name, [file?.bytes ?? text]);
  return words.saved({ name });
}
