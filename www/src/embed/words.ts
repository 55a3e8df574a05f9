/** What the tag says before the playground is loaded, in each language. */
export const WORDS = {
  en: {
    run: 'Run it here',
    loading: 'Loading the playground…',
    notLoaded: 'The playground could not be loaded',
    retry: 'Try again',
    notFetched: (url: string, why: string) => `The config ${url} could not be loaded: ${why}`,
  },
};

export type FrameWords = (typeof WORDS)['en'];

/** The words for an element, by the nearest `lang` around it. */
export function wordsFor(element: Element): FrameWords {
  const tag = element.closest('[lang]')?.getAttribute('lang')?.toLowerCase() ?? '';
  const languages: Record<string, FrameWords> = WORDS;
  return languages[tag] ?? languages[tag.split('-')[0] ?? ''] ?? WORDS.en;
}
