import type { Translations } from './translations.ts';

/**
 * Words on top of others: `more` makes them of a group of messages and of the words `below`. Those of the group that are
 * not loaded yet are English.
 */
export function onTop<Messages, Below extends object, More>(
  group: Translations<Messages>,
  below: (language: string) => Below,
  more: (messages: Messages, below: Below) => More,
): (language: string) => Below & More {
  const all = new WeakMap<Below, { messages: Messages; strings: Below & More }>();
  return (language) => {
    const under = below(language);
    const { messages } = group.in(language);
    let known = all.get(under);
    if (known?.messages !== messages) {
      known = { messages, strings: { ...under, ...more(messages, under) } };
      all.set(under, known);
    }
    return known.strings;
  };
}
