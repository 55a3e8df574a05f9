// Reasons from the shipped wasm package have their names and parameters. tests/engine/report tests which reasons are
// given.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STAGES, withRun } from './runs.mjs';

const SAMPLE = `{"now": 1000, "sources": {
  "alpha": {"records": [{"uid": "\\ud800", "data": 1, "x": 0}, {"uid": "\\ud800", "data": 1, "x": 0}]},
  "gamma": {"records": [{"id": "\\ud800", "value": 2, "timestamp": 0}, {"id": "c", "value": null}]}}}`;

const steps = (run, position) =>
  Object.fromEntries(run.record(position).steps.map(({ stage, ...rest }) => [stage, rest]));

test('the steps of records', () => {
  withRun(SAMPLE, (run) => {
    const { key, steps: all } = run.record(0);
    assert.deepEqual(
      all.map(({ stage }) => stage),
      STAGES,
    );
    const first = steps(run, 0);
    const dropped = { reason: 'fields_dropped', names: { first: ['x'], count: 1 } };
    assert.deepEqual(first.adapt, { step: 'adapted', why: dropped });
    assert.deepEqual(first.cache, { step: 'unseen', why: { reason: 'first_with_key', key } });
    const by = { source: 'alpha', index: 1 };
    assert.deepEqual(first.reconcile, { step: 'mismatched', why: { reason: 'overwritten', by } });

    const second = steps(run, 1);
    const original = { source: 'alpha', index: 0 };
    const repeats = { reason: 'same_key', key, original };
    assert.deepEqual(second.cache, { step: 'duplicate', why: repeats });
    assert.deepEqual(second.validate, {
      step: 'dropped',
      why: { reason: 'dropped_by', stage: 'cache' },
    });
    const sources = { first: ['gamma'], count: 1 };
    const values = {
      own: '1',
      same: { first: [], count: 0 },
      other: sources,
      others: [{ text: '2', sources }],
      otherCount: 1,
    };
    assert.deepEqual(second.reconcile.why, { reason: 'values_compared', values });

    const aged = {
      reason: 'age_compared',
      age: '1000',
      limit: '600',
      order: 'above',
      timed: true,
      dropped: false,
    };
    assert.deepEqual(steps(run, 2).freshness, { step: 'stale', why: aged });
    const fields = [{ name: 'value', absent: false, dropped: false }];
    const missing = { reason: 'fields_missing', fields, count: 1, letters: false };
    const passed = { reason: 'no_adapter', hasId: true, hasValue: true };
    assert.deepEqual(steps(run, 3).adapt, { step: 'passed', why: passed });
    assert.deepEqual(steps(run, 3).validate, { step: 'invalid', why: missing });
    const ends = [0, 1, 2, 3].map((at) => [run.record(at).ending, run.record(at).settledBy]);
    assert.deepEqual(ends, [
      ['kept', 'validate'],
      ['duplicate', 'cache'],
      ['kept', 'validate'],
      ['invalid', 'validate'],
    ]);
  });
});

test('names keep lone surrogates', () => {
  const config =
    '{"required_fields": ["\\ud800"], "sources": {"\\udc00": {"records": [{"id": 1, "\\udfff": 2}]}}}';
  withRun(config, (run) => {
    const { validate, reconcile } = steps(run, 0);
    assert.deepEqual(validate.why.fields, [{ name: '\ud800', absent: true, dropped: false }]);
    assert.equal(reconcile.why.reason, 'needs_two_sources');
    assert.deepEqual(run.noReconciliation, { why: { reason: 'one_source', source: '\udc00' } });
    const { why } = run.numbers()[0];
    assert.deepEqual(why, {
      reason: 'from_sources',
      sources: [{ name: '\udc00', records: 1, adapter: false }],
      more: 0,
    });
  });
});

test('numbers, stages and reconciliation', () => {
  withRun(SAMPLE, (run) => {
    const numbers = Object.fromEntries(run.numbers().map((number) => [number.name, number]));
    assert.deepEqual(numbers.records_out, {
      name: 'records_out',
      text: '2',
      why: { reason: 'records_out', came: 4, duplicates: 1, invalid: 1, left: 2 },
      lists: ['cache.hits', 'validation_errors', 'records_out'],
      mixed: false,
    });
    assert.deepEqual(numbers['cache.hit_rate'].why, {
      reason: 'hit_rate',
      hits: '1',
      all: 4,
      rate: '0.25',
    });
    assert.deepEqual(numbers.stale_records.why, { reason: 'older', now: '1000', limit: '600' });
    assert.equal(run.noReconciliation, undefined);
    const [adapt, , , freshness] = run.stages();
    assert.deepEqual([adapt.state, adapt.note], ['ran', { reason: 'from_sources', sources: 2 }]);
    const found = [
      { kind: 'fresh', count: 1 },
      { kind: 'stale', count: 1 },
    ];
    assert.deepEqual(freshness.found, found);
    assert.deepEqual(
      run.reconciliation(0, 9).map(({ reason }) => reason),
      ['value', 'single'],
    );
  });
  withRun('{"flags": {"adapt": false}}', (run) => {
    assert.deepEqual(run.noReconciliation, { why: { reason: 'adapt_off' }, switchOn: 'adapt' });
    assert.equal(run.numbers().length, 10);
    assert.equal('text' in run.numbers()[9], false);
  });
  withRun('{"flags": 1}', (run) => {
    assert.deepEqual(run.error.example, {
      instead: '"flags": 1',
      write: '"flags": {"cache": true}',
    });
    assert.equal(run.stages()[0].state, 'waiting');
  });
});

test('hints, and the records of log lines, are where the text says', () => {
  const config =
    '{"nwo": 5, "é": "😀",\n"flags": {"chache": 0},\n"sources": {"gamma": {"records": [{"id": 1}]}}}';
  withRun(config, (run) => {
    const [key, flag] = run.settings.hints;
    const start = config.indexOf('"chache"');
    const place = { start, end: start + 8, line: 2 };
    assert.deepEqual(flag, { hint: 'key', key: 'cache', text: '"chache"', ...place });
    assert.deepEqual(key.hint, 'key');
    const [adapted, violation] = run.logs(0, 2);
    assert.equal('record' in adapted, false);
    const at = config.indexOf('{"id"');
    assert.deepEqual(violation, {
      level: 'WARNING',
      message: "contract violation: 1 missing ['value']",
      record: { position: 0, source: 'gamma', index: 0, start: at, end: at + 9, line: 3 },
    });
  });
  const long = `{"required_fields": "${'😀'.repeat(1e5)}"}`;
  withRun(long, (run) => assert.equal(run.settings.hints[0].text, `"${'😀'.repeat(39)}…`));
});
