// Reports have a bound, whatever the config: long texts are cut, with the length of the whole, and so are long lists.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { freshEngine, PACKAGE, Run } from './engine.mjs';
import { withRun } from './runs.mjs';

/** The most UTF-16 units of a text in a list, of one in the report on a record, and of a value under a key. */
const [LISTED, SHOWN, CLAIMED] = [2000, 20_000, 4000];

const sizeOf = (report) => JSON.stringify(report).length;
const config = (records, rest = {}) =>
  JSON.stringify({ now: 1, ...rest, sources: { gamma: { records } } });

/** The whole of a text, in parts. */
function whole(run, name, index, length, field) {
  const parts = [];
  for (let at = 0; at < length; at += 500_000)
    parts.push(run.part(name, index, at, 500_000, field));
  return parts.join('');
}

describe('a long value', () => {
  // What is in the config, how often, and json.dumps of it.
  const values = [
    ['ASCII', 'x', 2_000_000, 'x'],
    ['escaped for ASCII', 'é', 300_000, '\\u00e9'],
    ['an escape', '\\"', 300_000, '\\"'],
    ['a pair', '😀', 200_000, '\\ud83d\\ude00'],
  ];
  for (const [name, unit, count, dumped] of values)
    test(`of ${name} is cut, its length is said, and the whole comes in parts`, () => {
      const text = `{"now": 1, "sources": {"gamma": {"records": [{"id": 1, "value": "${unit.repeat(count)}"}]}}}`;
      withRun(text, (run) => {
        const value = `"${dumped.repeat(count)}"`;
        const texts = {
          text: `{"id": 1, "value": ${value}, "source": "gamma", "freshness": "fresh"}`,
          hashed: `{"id": 1, "source": "gamma", "value": ${value}}`,
          before: `{"id": 1, "value": ${value}}`,
          adapted: `{"id": 1, "value": ${value}, "source": "gamma"}`,
        };
        const record = run.record(0);
        assert.ok(sizeOf(record) < 24 * SHOWN, `${sizeOf(record)}`);
        assert.deepEqual(
          record.cut,
          ['text', 'hashed', 'before', 'adapted'].map((name) => ({
            name,
            length: texts[name].length,
          })),
        );
        for (const { name, length } of record.cut) {
          assert.equal(record[name], texts[name].slice(0, SHOWN));
          assert.ok(whole(run, name, 0, length) === texts[name], name);
        }
        const kept = Buffer.from(run.keptRecords(0, 1));
        assert.ok(kept.equals(Buffer.from(texts.text)));
        const [, field] = record.fields;
        assert.deepEqual([field.before.length, field.length], [SHOWN, value.length]);
        assert.ok(whole(run, 'before', 0, field.length, 1) === value);
        assert.ok(whole(run, 'value', 0, value.length) === value);
        const [listed] = run.records(0, 10);
        assert.equal(listed.text, texts.text.slice(0, LISTED));
        assert.ok(sizeOf(listed) < 6 * LISTED);
      });
    });

  test('that is an id is cut in the log too, and as a key', () => {
    const id = 'é😀'.repeat(50_000);
    const two = { records: [{ id }] };
    withRun(JSON.stringify({ sources: { gamma: two, delta: two } }), (run) => {
      const [line] = run.logs(2, 1);
      const message = `contract violation: ${id} missing ['value']`;
      assert.deepEqual([line.message, line.length], [message.slice(0, LISTED), message.length]);
      assert.ok(whole(run, 'message', 2, line.length) === message);
      const [record] = run.records(0, 1);
      assert.equal(record.id, `${'é😀'.repeat(33)}é…${'é😀'.repeat(33)}`);
      const { length } = record.cut.find(({ name }) => name === 'id');
      assert.ok(whole(run, 'id', 0, length) === id);
      assert.equal(run.reconciliation(0, 1)[0].key, `${'é😀'.repeat(83)}é…${'é😀'.repeat(83)}`);
      assert.equal(run.logs(0, 1)[0].length, undefined);
      const { key: like } = run.reconciliation(0, 1)[0];
      assert.equal(run.countReconciliation({ like }), 1);
      assert.equal(run.countReconciliation({ like: `${like} x` }), 0);
    });
  });

  test('that differs far from its beginning is cut around the difference', () => {
    const value = (word) => `${'x'.repeat(900_000)} ${word} ${'y'.repeat(900_000)}`;
    const said = (word) => ({ records: [{ id: 1, value: value(word) }] });
    const all = { sources: { gamma: said('1'), delta: said('2') } };
    withRun(JSON.stringify(all), (run) => {
      for (const [at, { text, from, length, differs }] of run
        .reconciliation(0, 1)[0]
        .values.entries()) {
        assert.deepEqual([text.length, length], [CLAIMED, value('1').length + 2]);
        assert.equal(text.slice(differs.start - from, differs.end - from), `${at + 1}`);
      }
    });
  });

  test('that differs far beyond what is compared is not said to be the same', () => {
    const value = (word) => `${'x'.repeat(3_000_000)}${word}`;
    const said = (word) => ({ records: [{ id: 1, value: value(word) }] });
    const all = { sources: { a: said('1'), b: said('2'), c: said('1') } };
    withRun(JSON.stringify(all), (run) => {
      const { why } = run.record(0).steps[4];
      assert.deepEqual([why.values.same.first, why.values.other.first], [['c'], ['b']]);
      assert.equal(run.reconciliation(0, 1)[0].reason, 'value');
    });
  });

  test('that is a source’s or a field’s name is cut, and a source is found by what is told of it', () => {
    const [source, field] = ['s'.repeat(2_000_000), 'f'.repeat(2_000_000)];
    const records = [{ uid: 1, [field]: 1, id: null }];
    withRun(JSON.stringify({ sources: { alpha: { records }, [source]: { records } } }), (run) => {
      assert.ok(
        sizeOf([run.sources(0, 9), run.record(0), run.numbers(), run.logs(0, 9)]) < 200_000,
      );
      assert.equal(run.sources(0, 9)[1].name, `${'s'.repeat(500)}…${'s'.repeat(500)}`);
      for (const name of [source, `${'s'.repeat(500)}…${'s'.repeat(500)}`])
        assert.equal(run.countRecords({ source: name }), 1);
      assert.equal(run.countRecords({ source: 's'.repeat(1000) }), 0);
    });
  });

  test('that is a setting, or stands where an object should, is cut', () => {
    withRun(`{"now": "${'x'.repeat(3_000_000)}"}`, (run) => assert.ok(sizeOf(run.settings) < 6000));
    withRun(`{"flags": {"cache": "${'x'.repeat(3_000_000)}"}}`, (run) =>
      assert.ok(sizeOf(run.settings.hints) < 1000),
    );
    withRun(`["${'x'.repeat(3_000_000)}"]`, (run) => assert.ok(sizeOf(run.error) < 1000));
    withRun(`"${'x'.repeat(13_000_000)}"`, (run) =>
      assert.ok(run.window(0, Infinity).text.length <= 3 * 2 ** 22),
    );
  });
});

describe('a long list', () => {
  test('of fields has 100, and the others on request', () => {
    const record = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, i]));
    withRun(config([record]), (run) => {
      const detail = run.record(0);
      assert.deepEqual([detail.fields.length, detail.fieldCount], [100, 30_001]);
      assert.ok(sizeOf(detail) < 6 * SHOWN, `${sizeOf(detail)}`);
      const names = (from) => run.record(0, from).fields.map(({ from: name, to }) => name ?? to);
      assert.deepEqual(
        names(100),
        Array.from({ length: 100 }, (_, i) => `k${i + 100}`),
      );
      assert.deepEqual(names(29_999), ['k29999', 'source']);
      assert.deepEqual(names(30_000), ['source']);
      assert.deepEqual(names(30_001), []);
    });
  });

  test('of missing fields has 20, and the log’s line has them all', () => {
    const required_fields = Array.from({ length: 5000 }, (_, i) => `f${i}`);
    withRun(config([{ id: 1 }], { required_fields }), (run) => {
      const [record] = run.records(0, 1);
      const { why } = record.steps[2];
      assert.deepEqual([record.missing.length, record.absent.length], [20, 20]);
      assert.deepEqual([why.fields.length, why.count], [20, 5000]);
      assert.ok(sizeOf(record) < 3 * LISTED);
      const [line] = run.logs(1, 1);
      assert.ok(whole(run, 'message', 1, line.length).endsWith(`'f4999']`));
      const other = new Run('{}');
      const comparison = run.compare(other);
      const [change] = comparison.records(0, 1);
      assert.deepEqual([change.after.missing.length, change.after.missingCount], [20, 5000]);
      for (const one of [comparison, other]) one.free();
    });
  });

  /** Sources that all have one key. `other`: which one says something else. */
  const under = (count, other) =>
    JSON.stringify({
      sources: Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `s${i}`,
          { records: [{ id: 'k', value: i === other ? 'other' : 'same' }] },
        ]),
      ),
    });

  test('of sources under a key has 20, one that differs among them, and the others on request', () => {
    for (const [other, last] of [
      [undefined, 's19'],
      [0, 's19'],
      [3, 's19'],
      [19, 's19'],
      [20, 's20'],
      [1500, 's1500'],
      [1999, 's1999'],
    ])
      withRun(under(2000, other), (run) => {
        const [group] = run.reconciliation(0, 20);
        const { verdict, reason, values, valueCount } = group;
        assert.deepEqual(
          [verdict, reason, values.length, valueCount],
          [...(other === undefined ? ['matched', 'same'] : ['mismatched', 'value']), 20, 2000],
        );
        assert.deepEqual([values[0].source, values.at(-1).source], ['s0', last]);
        assert.ok(sizeOf(group) < 5000, `${sizeOf(group)}`);
        const rest = (source) => run.reconciliation(0, 1, undefined, source)[0].values;
        assert.equal(rest(20).length, 100);
        assert.equal(rest(20)[0].source, 's20');
        assert.deepEqual(rest(2000), []);
        assert.equal(run.records(0, 20)[5].steps[4].why.reason, 'many_values');
      });
  });

  test('of 100,000 sources comes in parts, under one key too', () => {
    withRun(under(100_000, 70_000), (run) => {
      assert.deepEqual([run.sourceCount, run.unknownSourceCount], [100_000, 100_000]);
      assert.equal(run.sources(0, 500).length, 500);
      assert.deepEqual(run.sources(99_999, 5), [{ name: 's99999', records: 1, adapter: false }]);
      const [group] = run.reconciliation(0, 20);
      assert.deepEqual([group.values.length, group.valueCount], [20, 100_000]);
      assert.equal(group.values.at(-1).source, 's70000');
      assert.ok(sizeOf(group) < 5000);
    });
  });

  test('of sources whose values differ only in a number or an order says so', () => {
    const reason = (first, last) => {
      const source = (value) => `{"records": [{"id": 1, "value": ${value}}]}`;
      const all = Array.from(
        { length: 300 },
        (_, i) => `"s${i}": ${source(i < 299 ? first : last)}`,
      );
      return withRun(`{"sources": {${all}}}`, (run) => run.reconciliation(0, 1)[0].reason);
    };
    assert.equal(reason('1', '1.0'), 'number');
    assert.equal(reason('1', '2'), 'value');
    assert.equal(reason('{"a": 1, "b": 2}', '{"b": 2, "a": 1}'), 'order');
  });
});

describe('a mistake in the use of the package is an error that says so', () => {
  test('a run that was freed', () => {
    const [run, other] = [new Run('{}'), new Run('{}')];
    const comparison = run.compare(other);
    for (const one of [comparison, run]) one.free();
    const freed = { name: 'Error', message: 'it was freed, and can no longer be used' };
    assert.throws(() => run.free(), freed);
    assert.throws(() => run.summaryText, freed);
    assert.throws(() => run.records(0, 1), freed);
    assert.throws(() => other.compare(run), freed);
    assert.throws(() => comparison.records(0, 1), freed);
    assert.throws(() => comparison.free(), freed);
    assert.match(other.summaryText, /records_in/);
    other.free();
  });

  test('an option or a filter that does not exist', () => {
    const unknown = (name) => ({
      name: 'TypeError',
      message: `${name} must be left out: there is no option of this name`,
    });
    assert.throws(() => new Run('{}', { clok: 5 }), unknown('clok'));
    withRun('{}', (run) => {
      assert.throws(() => run.records(0, 1, { fates: 'kept' }), unknown('fates'));
      assert.throws(() => run.countReconciliation({ key: 'k' }), unknown('key'));
      assert.throws(() => run.part('texts', 0, 0, 1), TypeError);
      // What throws when it is looked at leaves the run usable.
      const hostile = new Proxy({}, { ownKeys: () => assert.fail('looked at') });
      run.records(0, 1, hostile);
      assert.deepEqual(run.records(0, 1, { [Symbol('x')]: 1, fate: 'kept' }), []);
    });
  });

  test('a call before init', async () => {
    const url = pathToFileURL(`${PACKAGE}/pipeline_playground.js`);
    url.search = '?instance=none';
    const engine = await import(url.href);
    const message = 'the engine is not ready: call load() first and await it';
    for (const call of [
      () => new engine.Run('{}'),
      () => engine.runPipeline('{}'),
      () => engine.editFlag('{}', 'cache', false),
    ])
      assert.throws(call, { message });
  });
});

test('a string takes as much memory as its UTF-8, wherever it first is not ASCII', async () => {
  for (const text of [
    'x'.repeat(2e7),
    `é${'x'.repeat(2e7)}`,
    'é'.repeat(1e7),
    `${'x'.repeat(2e7)}é`,
  ]) {
    const engine = await freshEngine();
    const before = engine.memory.buffer.byteLength;
    const run = new engine.Run(`{"text": "${text}"}`);
    const taken = engine.memory.buffer.byteLength - before;
    assert.ok(taken < 1.2 * Buffer.byteLength(text), `${taken}`);
    run.free();
  }
});
