/** Sample configs. */
import course from '../../../tests/sample_input.json?raw';
import everything from './samples/everything.json?raw';

/** By name, in the order of the menu. `course` is the file that the tests read, and the first text of the page. */
export const samples: Readonly<Record<string, string>> = { course, everything };
export const first: string = course;
