/** The parts of the playground that tabs open. */

/** The views of a run, in the order of the tabs. */
export const RESULT_VIEWS = [
  'summary',
  'records',
  'reconciliation',
  'time',
  'log',
  'compare',
] as const;

/** In one column, two more parts have tabs. With more room, they are always visible. */
export const VIEWS = ['config', 'stages', ...RESULT_VIEWS] as const;
export type View = (typeof VIEWS)[number];
export type ResultView = (typeof RESULT_VIEWS)[number];

export const isView = (name: unknown): name is View => VIEWS.includes(name as View);
export const isResultView = (name: unknown): name is ResultView =>
  RESULT_VIEWS.includes(name as ResultView);
