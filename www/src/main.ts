/** What the page loads: the one element that is the product. */
import { definePlayground } from './define.ts';
import { engineFiles } from './engine-files.ts';

definePlayground(engineFiles);
