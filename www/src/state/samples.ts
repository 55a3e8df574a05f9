/** Configs to begin with. */
import course from '../../../tests/sample_input.json?raw';
import everything from './samples/everything.json?raw';

/** By name, in the order of the menu. `course` is the file that the tests read; the page begins with it. */
export const samples: Readonly<Record<string, string>> = { course, everything };
export const first: string = course;
