import type { ReconciliationGroup } from '../engine/protocol.ts';
import type { RunView } from '../engine/run-view.ts';

/** The most keys that are asked for. */
const MOST = 5;

/** The groups whose keys read like the key of a group, but are not it. */
export async function lookAlikes(
  run: RunView,
  { key }: ReconciliationGroup,
): Promise<ReconciliationGroup[]> {
  // An accent is a part of its letter or a character of its own. What the engine compares is what is printed.
  const forms = new Set([key, key.normalize('NFC'), key.normalize('NFD')]);
  const asked = [...forms].map((like) => run.ask('reconciliation', 0, MOST, { like }));
  const found = (await Promise.all(asked)).flatMap((groups) => groups ?? []);
  const others = new Map(found.map((group) => [group.key, group]));
  others.delete(key);
  return [...others.values()];
}
