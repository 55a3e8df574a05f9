/** Configs to begin with. */
import course from '../../../tests/sample_input.json?raw';
import everything from './samples/everything.json?raw';

/** By name, in the order of the menu. `course` is the same file that the tests read, and what the page begins with. */
export const samples: Readonly<Record<string, string>> = { course, everything };
export const first: string = course;
