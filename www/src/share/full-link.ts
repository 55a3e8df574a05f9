/** A link to the whole page with all that is open. Loaded when it is first wanted, with the code that packs it. */
import { encode } from '../links/index.ts';
import type { Store } from '../state/store.ts';
import { allStringsOf } from '../strings/later.ts';
import { hasConfig, stateOf } from './link-state.ts';

export interface FullLink {
  readonly href: string;
  /** What is to be said of it: that it does not carry the config. */
  readonly said: string | undefined;
}

/** `address`: of the whole page. */
export async function fullLink(store: Store, address: string, language: string): Promise<FullLink> {
  const encoded = await encode(stateOf(store, true));
  const without = encoded.kind === 'error' || !hasConfig(store);
  const link = encoded.kind === 'link' ? encoded : await encode(stateOf(store, false));
  const url = new URL(address);
  url.hash = link.kind === 'link' ? link.hash : '';
  const { withoutConfig } = allStringsOf(language).links;
  return { href: url.href, said: without ? withoutConfig : undefined };
}
