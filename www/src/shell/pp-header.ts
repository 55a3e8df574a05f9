import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { PartWords } from '../parts/part-words.ts';
import { send } from '../state/events.ts';
import { type Preferences, SIZES } from '../state/preferences.ts';
import { languageNames, languages } from '../strings/translations.ts';
import { base } from '../styles/base.ts';
import { styles } from './pp-header.styles.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
const nameOf = (language: string): string => languageNames[language] ?? language;

/** The title, and the controls of the whole playground: pinning, colours, size of the text, help. */
export class PpHeader extends LitElement {
  static readonly tag = 'pp-header';
  static override styles = [base, styles];

  @property({ attribute: false }) pinned = false;
  /** Whether there is a run to pin. */
  @property({ attribute: false }) pinnable = false;
  @property({ attribute: false }) theme: Preferences['theme'] = 'auto';

  @property({ attribute: false }) size = 1;
  /** The language, if the learner can choose it. */
  @property({ attribute: false }) language: string | undefined;
  /** Opens the dialog that makes links. Undefined: there is none. */
  @property({ attribute: false }) share: (() => void) | undefined;

  #words = new PartWords(this);

  override render() {
    const { pin, layout, shortcuts } = this.#words.strings;
    const percent = (size: number) => layout.percent({ percent: size * 100 });
    const usable = this.pinned || this.pinnable;
    return html`<header class="bar">
      <h1>${this.#words.strings.title}</h1>
      <button
        type="button"
        class="help"
        aria-label=${shortcuts.open}
        aria-haspopup="dialog"
        @click=${() => this.dispatchEvent(new CustomEvent('pp-help'))}
      >
        ?
      </button>
      <p class="tagline muted">${this.#words.strings.tagline}</p>
      <button
        type="button"
        class="pin"
        data-other=${this.pinned ? pin.pin : pin.unpin}
        aria-disabled=${usable ? 'false' : 'true'}
        @click=${() => usable && send(this, 'pp-pin', !this.pinned)}
      >
        ${this.pinned ? pin.unpin : pin.pin}
      </button>
      ${this.share ? html`<button type="button" aria-haspopup="dialog" @click=${this.share}>${layout.share}</button>` : nothing}
      ${this.#menu(layout.theme, THEMES, this.theme, (one) => layout.themes[one], 'theme')}
      ${this.#menu(layout.size, SIZES, this.size, percent, 'size')}
      ${
        this.language === undefined
          ? nothing
          : this.#menu(layout.language, languages, this.language, nameOf, 'lang')
      }
    </header>`;
  }

  /** A menu of the values of a preference. */
  #menu<Value extends string | number>(
    label: string,
    values: readonly Value[],
    chosen: Value,
    word: (value: Value) => string,
    name: keyof Preferences,
  ) {
    const choose = ({ target }: Event) => {
      const value = values[(target as HTMLSelectElement).selectedIndex];
      this.dispatchEvent(new CustomEvent('pp-prefer', { detail: { [name]: value } }));
    };
    // The names of languages say what they are.
    return html`<label class=${name}>
      <span class=${name === 'lang' ? 'visually-hidden' : 'muted'}>${label}</span>
      <select @change=${choose}>
        ${values.map((one) => html`<option ?selected=${one === chosen}>${word(one)}</option>`)}
      </select>
    </label>`;
  }
}
