/** The course's own sample input, the same file that the tests read. */
import text from '../../tests/sample_input.json?raw';

export const sample = text;
