import { html, LitElement } from 'lit';
import { STAGES } from '../engine/protocol.ts';
import { AllWords } from '../parts/all-words.ts';
import { data } from '../parts/data.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-shortcut-list.styles.ts';
import { VIEW_KEYS } from './shortcuts.ts';

/** The keyboard shortcuts and what they do. */
export class PpShortcutList extends LitElement {
  static readonly tag = 'pp-shortcut-list';
  static override styles = [base, styles];

  #words = new AllWords(this);

  override render() {
    const { shortcutList: words, views } = this.#words.strings;
    const { 'Ctrl Z': undo, 'Ctrl Y': redo } = words.editorKeys;
    return html`<h3>${words.about}</h3>
      <dl>
        ${row('?', words.keys.help)} ${row('e', words.keys.editor)}
        ${row('f', words.keys.flags)}
        ${STAGES.map((stage, index) => row(String(index + 1), words.keys.flag({ stage })))}
        ${Object.entries(VIEW_KEYS).map(([key, view]) => row(key, words.keys.view({ view: views[view] })))}
        ${row('p', words.keys.pin)} ${row('Ctrl Z', undo)} ${row('Ctrl Y', redo)}
      </dl>
      <h3>${words.summary}</h3>
      <dl>${Object.entries(words.summaryKeys).map(([key, does]) => row(key, does))}</dl>
      <h3>${words.editor}</h3>
      <dl>${Object.entries(words.editorKeys).map(([key, does]) => row(key, does))}</dl>`;
  }
}

function row(keys: string, does: string) {
  return html`<dt>${keys.split(' ').map((key) => html`<kbd>${data(key)}</kbd> `)}</dt>
    <dd>${does}</dd>`;
}
