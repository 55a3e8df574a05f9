import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AllStrings } from '../strings/later.ts';

/** The most sources that a menu lists. If there are more, it is a text field to type a name into. */
const MENU = 30;

export interface SourceMenu {
  strings: AllStrings;
  sources: readonly { name: string }[];
  /** The chosen source; undefined for all of them. */
  chosen: string | undefined;
  /** The word for all sources. */
  all: string;
  /** The accessible name, if there is no `<label>` around it. */
  label?: string;
  choose(name: string | undefined): void;
}

/** A control to choose one source, or all. Its number of nodes is limited, however many sources there are. */
export function sourceMenu(menu: SourceMenu) {
  return menu.sources.length > MENU ? field(menu) : select(menu);
}

function select({ strings, sources, chosen, all, label, choose }: SourceMenu) {
  const names = sources.map(({ name }) => name);
  // The chosen name may no longer be in the newest text. It stays chosen.
  if (chosen !== undefined && !names.includes(chosen)) names.push(chosen);
  const selected = chosen === undefined ? 0 : names.indexOf(chosen) + 1;
  // Selected by index (0 is all sources): a source name can be any text.
  const change = (event: Event) =>
    choose(names[(event.target as HTMLSelectElement).selectedIndex - 1]);
  return html`<select
    name="source"
    aria-label=${label ?? nothing}
    .selectedIndex=${live(selected)}
    @change=${change}
  >
    <option value="" ?selected=${selected === 0}>${all}</option>
    ${names.map(
      (name, i) =>
        html`<option translate="no" value=${name} ?selected=${i + 1 === selected}>${strings.sourceName(name)}</option>`,
    )}
  </select>`;
}

function field({ strings, sources, chosen, all, label, choose }: SourceMenu) {
  const change = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    const named = sources.find(({ name }) => strings.sourceName(name) === value);
    choose(named?.name ?? (value || undefined));
  };
  return html`<input
      name="source"
      list="sources"
      aria-label=${label ?? nothing}
      placeholder=${all}
      .value=${live(chosen === undefined ? '' : strings.sourceName(chosen))}
      @change=${change}
    />
    <datalist id="sources">
      ${sources.map(({ name }) => html`<option value=${strings.sourceName(name)}></option>`)}
    </datalist>`;
}
