/**
 * The languages of the page. English is there from the start. Another language is loaded when an element first asks for
 * it; until then, and if it cannot be loaded, English stands in.
 */

const ENGLISH = 'en';

/** The languages that are loaded. For another one, add its tag and name here, and what loads it in `languages.ts`. */
const OTHERS = ['es'] as const;
export type Other = (typeof OTHERS)[number];

/** Messages that are loaded together. */
export type Group = 'first' | 'parts' | 'later' | 'help' | 'hints';

/** The available languages, by their own names. */
export const languageNames: Readonly<Record<string, string>> = {
  [ENGLISH]: 'English',
  es: 'Español',
} satisfies Record<Other | typeof ENGLISH, string>;

export const languages: readonly string[] = Object.keys(languageNames);

/** The language for the first tag that there is one for: `es` for `es-MX`. English if there is none. */
export function languageFor(...tags: readonly string[]): string {
  for (const tag of tags) {
    const wanted = tag.toLowerCase();
    const [general = ''] = wanted.split('-');
    const language = [wanted, general].find((one) => languages.includes(one));
    if (language) return language;
  }
  return ENGLISH;
}

/** Messages, and their language. */
export interface Translation<Messages> {
  readonly language: string;
  readonly messages: Messages;
}

/** What loads the groups of a language. The compiler of messages has checked that each has what English has. */
export type Load = Readonly<Record<Group, () => Promise<{ readonly messages: unknown }>>>;

/** A language, once it is loaded. */
export interface Translated {
  readonly load: Load;
}

let others: Readonly<Record<Other, () => Promise<Translated>>> | undefined;

/** Enters what loads the other languages: that of `languages.ts`. Without it, all is English. */
export function setLanguages(all: NonNullable<typeof others>): void {
  others = all;
}

const listeners = new Set<() => void>();

/** Calls the listener whenever messages have been loaded. */
export const onTranslation = (listener: () => void): void => void listeners.add(listener);

/** The languages that elements have asked for. */
const asked = new Set<Other>();
const loading = new Set<Promise<void>>();

/** Resolves when the messages that are being loaded are there, or could not be loaded. */
export const translated = async (): Promise<void> => void (await Promise.all(loading));

/** A group of messages in all languages. */
export class Translations<Messages> {
  #english: Translation<Messages>;
  #group: Group;
  /** What is loaded, and what is being loaded or could not be: English. */
  #others = new Map<string, Translation<Messages>>();

  constructor(group: Group, english: Messages) {
    this.#group = group;
    this.#english = { language: ENGLISH, messages: english };
    for (const language of asked) this.in(language);
  }

  in(language: string): Translation<Messages> {
    const known = this.#others.get(language);
    const other = OTHERS.find((one) => one === language);
    if (!known && other) this.#load(other);
    return known ?? this.#english;
  }

  #load(language: Other): void {
    asked.add(language);
    this.#others.set(language, this.#english);
    const load = this.#fetch(language).finally(() => loading.delete(load));
    loading.add(load);
  }

  async #fetch(language: Other): Promise<void> {
    try {
      if (!others) return;
      const { load } = await others[language]();
      const { messages } = await load[this.#group]();
      this.#others.set(language, { language, messages: messages as Messages });
      for (const listener of listeners) listener();
    } catch {
      // English stays.
    }
  }
}
