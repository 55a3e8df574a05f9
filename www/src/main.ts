/** The page's entry point: defines `<pipeline-playground>`. */
import { definePlayground } from './define.ts';
import { engineFiles } from './engine-files.ts';

definePlayground(engineFiles);
