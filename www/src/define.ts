/**
 * Defines the elements. Each folder lists its own. The elements of parts that are not shown at first are defined when
 * they are loaded: `shell/later-views.ts`.
 */
import { type EngineFiles, SharedEngine } from './engine/shared-engine.ts';
import { defineElements } from './parts/define-elements.ts';
import { elements as parts } from './parts/index.ts';
import { elements as shell } from './shell/index.ts';
import { PpPlayground } from './shell/pp-playground.ts';
import { languages } from './strings/languages.ts';
import { setLanguages } from './strings/translations.ts';
import { elements as summary } from './views/summary/index.ts';

/**
 * Defines `<pp-playground>` and the elements that every playground needs, inner elements first. All playgrounds of a
 * page share the engine.
 */
export function definePlayground(files: EngineFiles): typeof PpPlayground {
  setLanguages(languages);
  PpPlayground.engine ??= new SharedEngine(files);
  defineElements([...parts, ...summary, ...shell]);
  return PpPlayground;
}
