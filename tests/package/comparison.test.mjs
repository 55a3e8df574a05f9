// Comparisons of runs, groups and causes from the shipped wasm package have the declared form. The Rust tests check
// their content.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLOCK, Run } from './engine.mjs';
import { ALL, allGroups, mixed, withRun } from './runs.mjs';

/** Compares the runs over two strings, calls `look`, and frees everything. */
function withComparison(before, after, look) {
  return withRun(before, (pinned) =>
    withRun(after, (run) => {
      const comparison = run.compare(pinned);
      try {
        return look(comparison);
      } finally {
        comparison.free();
      }
    }),
  );
}

const everything = (comparison) => ({
  summary: comparison.summary,
  error: comparison.error,
  records: comparison.records(0, comparison.recordCount),
  logs: comparison.logs(0, comparison.logCount),
});

describe('comparison', () => {
  const before = `{"now": 1000, "sources": {
    "alpha": {"records": [{"uid": 1, "data": "é"}, {"uid": 1, "data": "é"}, {"uid": 2}]},
    "😀": {"records": [{"id": 1, "value": "e", "timestamp": 0}, {"id": "gone", "value": 1}]}}}`;

  test('of a run with itself, or with a run over the same text, is empty', () => {
    for (const { input } of ALL.slice(0, 300)) {
      withComparison(input, input, (comparison) => {
        assert.deepEqual(everything(comparison), {
          summary: [],
          error: undefined,
          records: [],
          logs: [],
        });
      });
    }
    withRun(before, (run) => {
      const comparison = run.compare(run);
      assert.equal(comparison.recordCount, 0);
      comparison.free();
    });
  });

  test('lists every difference', () => {
    const after = before
      .replace('"now"', '"max_age_seconds": 5000, "required_fields": ["id", "x\\ud800"], "now"')
      .replace('{"uid": 2}', '{"uid": 2, "data": 7}, {"uid": 3}')
      .replace(', {"id": "gone", "value": 1}', '');
    withComparison(before, after, (comparison) => {
      assert.deepEqual(comparison.summary, [
        { name: 'records_out', before: '3', after: '0' },
        { name: 'validation_errors', before: '1', after: '4' },
        { name: 'stale_records', before: '1', after: '0' },
      ]);
      const [kept, invalid] = [
        (freshness, verdict) => ({
          fate: 'kept',
          ending: 'kept',
          freshness,
          verdict,
          missing: [],
          missingCount: 0,
        }),
        (verdict) => ({
          fate: 'invalid',
          ending: 'invalid',
          verdict,
          missing: ['x\ud800'],
          missingCount: 1,
        }),
      ];
      const at = (text, line, position, index, source) => {
        const start = after.indexOf(text);
        return { source, index, position, start, end: start + text.length, line };
      };
      assert.deepEqual(comparison.records(0, 100), [
        {
          change: 'changed',
          ...at('{"uid": 1, "data": "é"}', 2, 0, 0, 'alpha'),
          text: '{"uid": 1, "data": "\\u00e9"}',
          before: kept('fresh', 'mismatched'),
          after: invalid('mismatched'),
          differs: ['fate', 'freshness'],
        },
        {
          change: 'changed',
          ...at('{"uid": 2, "data": 7}', 2, 2, 2, 'alpha'),
          text: '{"uid": 2, "data": 7}',
          before: { ...invalid('single'), missing: ['value'] },
          after: invalid('single'),
          differs: ['fate'],
        },
        {
          change: 'added',
          ...at('{"uid": 3}', 2, 3, 3, 'alpha'),
          text: '{"uid": 3}',
          after: invalid('single'),
          differs: [],
        },
        {
          change: 'changed',
          ...at('{"id": 1, "value": "e", "timestamp": 0}', 3, 4, 0, '😀'),
          text: '{"id": 1, "value": "e", "timestamp": 0}',
          before: kept('stale', 'mismatched'),
          after: invalid('mismatched'),
          differs: ['fate', 'freshness'],
        },
        {
          change: 'removed',
          source: '😀',
          index: 1,
          text: '{"id": "gone", "value": 1}',
          before: kept('fresh', 'single'),
          differs: [],
        },
      ]);
      const missing = (id) => ({
        change: 'came',
        level: 'WARNING',
        message: `contract violation: ${id} missing ['x\\ud800']`,
      });
      assert.deepEqual(comparison.logs(0, 100), [
        { change: 'went', level: 'INFO', message: 'adapted 3 records from alpha' },
        { change: 'went', level: 'INFO', message: 'adapted 2 records from 😀' },
        { change: 'went', level: 'WARNING', message: "contract violation: 2 missing ['value']" },
        { change: 'came', level: 'INFO', message: 'adapted 4 records from alpha' },
        { change: 'came', level: 'INFO', message: 'adapted 1 records from 😀' },
        ...[1, 2, 3, 1].map(missing),
      ]);
      assert.equal(comparison.error, undefined);
    });
  });

  test('names the record that a duplicate repeats', () => {
    const after = before.replace('"now"', '"flags": {"cache": false}, "now"');
    const [change] = withComparison(after, before, (comparison) => comparison.records(0, 1));
    assert.deepEqual(
      [change.index, change.before.fate, change.after.fate],
      [1, 'kept', 'duplicate'],
    );
    assert.deepEqual(change.after.duplicateOf, { position: 0, source: 'alpha', index: 0 });
    assert.ok(!('duplicateOf' in change.before));
  });

  test('has the exceptions if they differ', () => {
    const error = (one, two) => withComparison(one, two, (comparison) => comparison.error);
    assert.deepEqual(error('{}', '[]'), {
      after: "AttributeError: 'list' object has no attribute 'get'",
    });
    assert.deepEqual(Object.keys(error('[', '{}')), ['before']);
    assert.deepEqual(Object.keys(error('[', '[]')), ['before', 'after']);
    assert.equal(error('[', '['), undefined);
  });

  test('is read in pages', () => {
    withComparison('{}', mixed(50), (comparison) => {
      const { records, logs } = everything(comparison);
      assert.equal(records.length, 152);
      assert.deepEqual(comparison.records(7, 5), records.slice(7, 12));
      assert.deepEqual(comparison.logs(2, 3), logs.slice(2, 5));
      for (const reader of ['records', 'logs']) {
        assert.deepEqual(comparison[reader](records.length, 1), []);
        assert.deepEqual(comparison[reader](Number.NaN, Number.NaN), []);
      }
    });
  });

  test('outlives its runs, and throws once it is freed', () => {
    const [pinned, run] = [before, '{"now": 1}'].map((text) => new Run(text, { clock: CLOCK }));
    const comparison = run.compare(pinned);
    pinned.free();
    run.free();
    assert.equal(comparison.records(0, 10).length, 5);
    comparison.free();
    assert.throws(() => comparison.recordCount);
    assert.throws(() => withRun('{}', (one) => one.compare({})));
  });
});

describe('reconciliation groups', () => {
  const config = `{"sources": {
    "alpha": {"records": [{"uid": "k😀", "data": 1}, {"uid": "k😀", "data": {"a": 1, "b": "é"}}]},
    "gröe": {"records": [
      {"id": "k😀", "value": {"b": "é", "a": 1}}, {"id": "z", "value": 5}]},
    "last": {"records": [{"id": "k😀", "value": {"a": 1, "b": "é"}}]}}}`;

  test('have the places of their records, and how they differ', () => {
    withRun(config, (run) => {
      const [group, single] = allGroups(run);
      assert.deepEqual(
        [group.index, group.key, group.verdict, group.difference],
        [0, 'k😀', 'mismatched', 'order'],
      );
      const texts = group.values.map(({ text, differs }) => text.slice(differs.start, differs.end));
      assert.deepEqual(texts, [
        'a": 1, "b": "\\u00e9"',
        'b": "\\u00e9", "a": 1',
        'a": 1, "b": "\\u00e9"',
      ]);
      const values = [...group.values, ...single.values, ...group.values[0].overwrote];
      for (const { start, end, line, index } of values) {
        const record = JSON.parse(config.slice(start, end));
        assert.ok('uid' in record || 'id' in record);
        assert.equal(line, config.slice(0, start).split('\n').length);
        assert.ok(index < 2);
      }
      assert.deepEqual(group.values[0].overwrote, [
        {
          record: 0,
          index: 0,
          line: 2,
          start: config.indexOf('{"uid"'),
          end: config.indexOf('}') + 1,
          text: '1',
        },
      ]);
      assert.deepEqual(single.values[0].overwrote, []);
      assert.deepEqual(
        [group, single].map(({ values }) => values[0].overwroteCount),
        [1, 0],
      );
      assert.ok(!('difference' in single) && !('differs' in single.values[0]));
    });
  });

  test('list only a few overwritten records, and count the rest', () => {
    const records = Array.from({ length: 30_000 }, (_, n) => ({ uid: 'k', data: n }));
    withRun(JSON.stringify({ sources: { alpha: { records }, beta: {} } }), (run) => {
      const [{ overwrote, overwroteCount }] = run.reconciliation(0, 1)[0].values;
      assert.equal(overwroteCount, 29_999);
      assert.deepEqual(
        overwrote.map(({ index }) => index),
        Array.from({ length: 20 }, (_, n) => 29_979 + n),
      );
    });
  });

  test('are found by text, source and verdict, and counted', () => {
    withRun(config, (run) => {
      const found = (filter) => {
        const groups = allGroups(run, filter);
        assert.equal(run.countReconciliation(filter), groups.length);
        return groups.map(({ key }) => key);
      };
      assert.deepEqual(found(undefined), ['k😀', 'z']);
      assert.deepEqual(found({ text: 'K😀' }), ['k😀']);
      assert.deepEqual(found({ text: '5' }), ['z']);
      assert.deepEqual(found({ source: 'gröe' }), ['k😀', 'z']);
      assert.deepEqual(found({ source: 'gröe', verdict: 'single' }), ['z']);
      assert.deepEqual(found({ source: 'last', text: '\\U00E9' }), ['k😀']);
      assert.deepEqual(found({ source: 'nobody' }), []);
      for (const filter of [{ verdict: 'match' }, { text: 5 }, { source: {} }, 5]) {
        assert.throws(() => run.countReconciliation(filter), TypeError);
        assert.throws(() => run.reconciliation(0, 1, filter), TypeError);
      }
    });
  });
});

describe('causes', () => {
  test('of every exception are declared, with the value that caused it', () => {
    let count = 0;
    for (const { name, input, error } of ALL) {
      if (!error) continue;
      withRun(input, ({ error: { cause, value, typeName } }) => {
        assert.match(
          cause,
          /^(json|config|flags|sources?|records?|required|freshness)\.[a-z_]+$/,
          name,
        );
        assert.equal(value === undefined, cause.startsWith('json.'), name);
        assert.equal(typeName === undefined, value === undefined, name);
        count += 1;
      });
    }
    assert.ok(count > 600, `only ${count} exceptions were checked`);
    withRun('{"flags": "no\ud800"}', ({ error: { cause, value, typeName } }) => {
      assert.deepEqual([cause, value, typeName], ['flags.not_object', '"no\\ud800"', 'str']);
    });
    const utf8 = new Run(new Uint8Array([0x22, 0xff]), { clock: CLOCK });
    assert.equal(utf8.error.cause, 'utf8');
    utf8.free();
  });
});
