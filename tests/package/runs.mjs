// What the package's tests share: runs over configs, and the configs.

import { CLOCK, cases, Run } from './engine.mjs';

export const STAGES = ['adapt', 'cache', 'validate', 'freshness', 'reconcile'];
/** All conformance cases whose input is a text. */
export const ALL = [...cases('named'), ...cases('random'), ...cases('deep')];

/** Runs over a string, passes the run to `look`, and frees it. */
export function withRun(config, look, options = { clock: CLOCK }) {
  const run = new Run(config, options);
  try {
    return look(run);
  } finally {
    run.free();
  }
}

/** All records, with their texts in full: a list has only the beginning of a long one. */
export const allRecords = (run, filter) =>
  run.records(0, run.recordCount, filter).map((record) => {
    const texts = record.cut.filter(({ name }) => name !== 'id');
    const whole = ({ name, length }) => [name, run.part(name, record.position, 0, length)];
    return { ...record, ...Object.fromEntries(texts.map(whole)) };
  });

/** The level and the message of each line of the log, in full. */
export const allLogs = (run) =>
  run
    .logs(0, run.logCount)
    .map(({ level, message, length }, line) => [
      level,
      length === undefined ? message : run.part('message', line, 0, length),
    ]);

export const allGroups = (run, filter) => run.reconciliation(0, run.reconciliationCount, filter);

/** A config with `count` records in each of three sources and two in another, with every outcome. */
export function mixed(count) {
  const record = (index) => ({
    id: index % 11 === 0 ? null : `order ${index % 7 === 0 ? 0 : index}`,
    value: index % 5,
    ...(index % 3 === 0 ? { timestamp: 0 } : {}),
  });
  const records = Array.from({ length: count }, (_, index) => record(index));
  const half = records.slice(0, count / 2);
  return JSON.stringify({
    now: 1000,
    sources: {
      alpha: { records: records.map(({ id, value }) => ({ uid: id, data: value })) },
      beta: {
        records: [
          { identifier: 'alone', payload: 1 },
          { identifier: 'apart', payload: 2 },
        ],
      },
      gamma: { records: [...half, ...half] },
      'd😀lta': { records },
    },
  });
}

/** A text with characters of every width and both kinds of line end. */
export const WIDE = `{"now": 1000, "é": "😀",\r\n "sources": {
  "alpha": {"records": [{"uid": "😀", "data": "東京", "x": 0}, {"uid": "😀", "data": "東京"}, {}]},
  "größe": {"records": [{"id": "é", "value": "ß", "timestamp": 100.5},
    {"id": "é", "value": "ß", "source": 5}]}}}`;
