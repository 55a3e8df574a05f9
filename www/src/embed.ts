/** The entry point for other pages: defines `<pipeline-playground>`, which loads the rest when it is wanted. */
import { defineTag } from './embed/define-tag.ts';

/** The whole page is beside this script. */
const whole = new URL(/* @vite-ignore */ 'index.html', import.meta.url).href;

defineTag(
  async () => (await import('./embed/playground.ts')).playgroundOf(whole),
  async () => (await import('./state/samples.ts')).first,
);
