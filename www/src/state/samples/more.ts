/** The samples that are not needed at first sight. `course` is the file that the tests read. */
import course from '../../../../tests/sample_input.json?raw';
import adaptOff from './adapt-off.json?raw';
import conflict from './conflict.json?raw';
import gamma from './gamma.json?raw';
import nullId from './null-id.json?raw';
import oneSource from './one-source.json?raw';

export const samples = {
  course,
  'adapt-off': adaptOff,
  'null-id': nullId,
  conflict,
  'one-source': oneSource,
  gamma,
};
