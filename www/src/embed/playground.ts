/** The playground, for the tag to load. */
import { definePlayground } from '../define.ts';
import { engineFiles } from '../engine-files.ts';

export const playground = definePlayground(engineFiles);
