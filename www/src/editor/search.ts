/**
 * Search in the editor. CodeMirror's search package is loaded when one of its keys is first pressed, or when text is
 * first selected, since it marks the other occurrences of the selection.
 */
import { Compartment, type Extension, Prec } from '@codemirror/state';
import {
  type Command,
  EditorView,
  keymap,
  type PanelConstructor,
  showPanel,
} from '@codemirror/view';
import { isFinal } from '../state/failed-import.ts';
import { addPhrases, wordsOf } from './language.ts';
import { loadSearch } from './later.ts';

type Package = Awaited<ReturnType<typeof loadSearch>>;
type CommandName = {
  [Name in keyof Package]: Package[Name] extends Command ? Name : never;
}[keyof Package];

/** The keys of the package, and its commands. */
const KEYS: readonly { key: string; run: CommandName; shift?: CommandName }[] = [
  { key: 'Mod-f', run: 'openSearchPanel' },
  { key: 'F3', run: 'findNext', shift: 'findPrevious' },
  { key: 'Mod-g', run: 'findNext', shift: 'findPrevious' },
  { key: 'Mod-Shift-l', run: 'selectSelectionMatches' },
  { key: 'Mod-Alt-g', run: 'gotoLine' },
  { key: 'Mod-d', run: 'selectNextOccurrence' },
];

/** What is typed while the search panel is being loaded. It goes into the panel's field, not into the config. */
const early = new WeakMap<EditorView, { text: string; entered: boolean }>();

const search = new Compartment();

const keys = keymap.of(
  KEYS.map(({ key, run, shift }) => ({
    key,
    run: (view) => use(view, run),
    ...(shift && { shift: (view: EditorView) => use(view, shift) }),
    preventDefault: true,
  })),
);

const hold = Prec.highest(
  EditorView.domEventHandlers({
    keydown(event, view) {
      const typed = early.get(view);
      if (!typed || event.key === 'Tab' || event.ctrlKey || event.altKey || event.metaKey)
        return false;
      if (event.key === 'Escape') early.delete(view);
      else if (event.key === 'Enter') typed.entered = true;
      else if (event.key === 'Backspace') typed.text = typed.text.slice(0, -1);
      else if (event.key.length === 1) typed.text += event.key;
      event.preventDefault();
      return true;
    },
  }),
);

const onSelection = EditorView.updateListener.of(({ view, state, selectionSet }) => {
  // Ignores a failure. The search keys report it.
  if (selectionSet && !state.selection.main.empty) void enable(view).catch(() => {});
});

/** The extension until the package is loaded. */
const before: Extension = [keys, hold, onSelection];

export const laterSearch: Extension = search.of(before);

async function enable(view: EditorView): Promise<Package> {
  const loaded = await loadSearch();
  addPhrases(loaded.searchPhrases);
  // Checked only now, since another state may have been set meanwhile, and every state starts without the search.
  if (search.get(view.state) !== before && !early.has(view)) return loaded;
  view.dispatch({
    effects: search.reconfigure([
      loaded.search({ top: true }),
      loaded.highlightSelectionMatches(),
      keymap.of(loaded.searchKeymap),
    ]),
  });
  return loaded;
}

function use(view: EditorView, name: CommandName): boolean {
  if (!early.has(view)) void load(view, name);
  return true;
}

async function load(view: EditorView, name: CommandName): Promise<void> {
  const typed = { text: '', entered: false };
  early.set(view, typed);
  try {
    const loaded = await enable(view);
    // Not if Escape was pressed before the package was loaded, or the learner has gone elsewhere.
    if (early.has(view) && view.hasFocus) run(view, loaded, name, typed);
  } catch (problem) {
    const effect = search.reconfigure([before, showPanel.of(failure(name, problem))]);
    view.dispatch({ effects: effect });
  }
  early.delete(view);
}

function run(
  view: EditorView,
  loaded: Package,
  name: CommandName,
  { text, entered }: { text: string; entered: boolean },
): void {
  loaded[name](view);
  if (name !== 'openSearchPanel' || !text) return;
  const query = new loaded.SearchQuery({ search: text });
  view.dispatch({ effects: loaded.setSearchQuery.of(query) });
  const field = view.dom.querySelector<HTMLInputElement>('.cm-search [main-field]');
  field?.setSelectionRange(text.length, text.length);
  if (entered) loaded.findNext(view);
}

/** A panel that reports that the search could not be loaded, with a button that tries again, or reloads the page. */
function failure(name: CommandName, problem: unknown): PanelConstructor {
  return (view) => {
    const { layout, results } = wordsOf(view.state);
    const dom = document.createElement('div');
    dom.className = 'cm-panel cm-search';
    dom.role = 'alert';
    const again = document.createElement('button');
    again.className = 'cm-button';
    const final = isFinal(problem);
    again.textContent = final ? results.reload : results.retry;
    again.addEventListener('click', () => {
      if (final) return location.reload();
      view.focus();
      use(view, name);
    });
    dom.append(`${layout.notLoaded}: ${problem} `, again);
    return { dom, top: true };
  };
}
