/** Sample configs. The first one is loaded with the page, the others when one of them is first wanted. */
import everything from './samples/everything.json?raw';

/** The first text of a playground that has none of its own. */
export const first: string = everything;

/** In the order of the menu. */
export const sampleNames = [
  'everything',
  'course',
  'adapt-off',
  'null-id',
  'conflict',
  'one-source',
  'gamma',
] as const;

export type SampleName = (typeof sampleNames)[number];

export async function loadSample(name: SampleName): Promise<string> {
  if (name === 'everything') return first;
  const { samples } = await import('./samples/more.ts');
  return samples[name];
}
