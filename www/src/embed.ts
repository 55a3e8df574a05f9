/** The entry point for other pages: defines `<pipeline-playground>`, which loads the rest when it is wanted. */
import { defineTag } from './embed/define-tag.ts';

defineTag(
  async () => (await import('./embed/playground.ts')).playground,
  async () => (await import('./state/samples.ts')).first,
);
