import type { Source } from '../state/state.ts';
import type { Strings } from '../strings/index.ts';

/** Milliseconds until the bytes are released. The browser may ask the learner where to save them first. */
const RELEASE = 60_000;

/** Saves the text, or the file with its edits, where the browser puts downloads. Resolves to what happened, in words. */
export async function save({ text, file }: Source, { config }: Strings): Promise<string> {
  const name = file?.name ?? config.textName;
  try {
    // Fails if the file was changed since it was opened. The download would fail too, but without a word on this page.
    await file?.original.slice(0, 1).arrayBuffer();
  } catch {
    return config.changedOnDisk(name);
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file?.bytes ?? new Blob([text]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE);
  return config.saved(name);
}
