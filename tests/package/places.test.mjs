// The reports of the shipped wasm package about the text and the input of the stages: places, windows, sources,
// settings and their edits, the timeline.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLOCK, editSetting } from './engine.mjs';
import { ALL, allRecords, mixed, WIDE, withRun } from './runs.mjs';

describe('places', () => {
  test('are those of the records, in every part of the text', () => {
    for (const config of [WIDE, mixed(9)]) {
      withRun(config, (run) => {
        for (const filter of [
          null,
          undefined,
          { fate: 'kept' },
          { sort: 'age', descending: true },
          { text: '"é"' },
        ]) {
          const records = run.records(0, 1e9, filter).sort((a, b) => a.start - b.start);
          for (let from = 0; from <= config.length + 1; from += 7) {
            for (const to of [from - 1, from, from + 1, from + 60, Infinity]) {
              for (const limit of [0, 1, 2, Infinity]) {
                const fitting =
                  from < Math.min(to, config.length)
                    ? records.filter(({ start, end }) => start < to && end > from).slice(0, limit)
                    : [];
                const places = run.places(filter, from, to, limit);
                assert.ok(places instanceof Uint32Array);
                assert.deepEqual(
                  [...places],
                  fitting.flatMap(({ start, end }) => [start, end]),
                  `${from} to ${to}`,
                );
              }
            }
          }
        }
      });
    }
  });

  test('recordAt finds the record at every offset', () => {
    for (const config of [WIDE, mixed(9)]) {
      withRun(config, (run) => {
        const records = allRecords(run);
        for (let offset = 0; offset <= config.length + 1; offset += 1) {
          const here = records.find(({ start, end }) => start <= offset && offset < end);
          assert.equal(run.recordAt(offset), here?.position, `at ${offset}`);
        }
        for (const odd of [-1, NaN, 0.5, Infinity, 2 ** 40])
          assert.equal(run.recordAt(odd), undefined);
      });
    }
  });

  test('recordBeside also finds the record beside an offset, on its line', () => {
    const config = '{"sources": {"a": {"records": [{"id": "é"},\n  {"id": 2} ]}}}';
    const starts = [0, 1].map((i) => config.indexOf('{"id"', i * 40));
    withRun(config, (run) => {
      const found = Array.from({ length: config.length + 1 }, (_, at) => run.recordBeside(at));
      const line = config.indexOf('\n');
      assert.deepEqual(
        found,
        found.map((_, at) => (at < starts[0] - 2 ? undefined : at <= line ? 0 : 1)),
      );
      assert.equal(run.recordAt(line), undefined);
      for (const odd of [-1, NaN, 0.5, Infinity]) assert.equal(run.recordBeside(odd), undefined);
      assert.equal(run.recordBeside(2 ** 40), 1);
    });
  });

  test('in a file count CRLF as one character', () => {
    const text = WIDE.replaceAll('\r\n', '\n');
    withRun(text, (run) => {
      withRun(new TextEncoder().encode(text.replaceAll('\n', '\r\n')), (file) => {
        assert.deepEqual(allRecords(file), allRecords(run));
        assert.deepEqual(file.places(null, 0, 1e9, 1e9), run.places(null, 0, 1e9, 1e9));
        assert.deepEqual(file.window(0, 1e9), run.window(0, 1e9));
        assert.deepEqual(file.window(80, 20), run.window(80, 20));
        for (let offset = 0; offset < text.length; offset += 1)
          assert.equal(file.recordAt(offset), run.recordAt(offset));
      });
    });
  });
});

describe('windows', () => {
  test('are parts of the text, in whole lines', () => {
    withRun(WIDE, (run) => {
      for (let offset = 0; offset <= WIDE.length + 3; offset += 1) {
        for (const length of [0, 1, 10, 60, 200, 1e9]) {
          const { text, start, line, total } = run.window(offset, length);
          assert.equal(total, WIDE.length);
          assert.equal(text, WIDE.slice(start, start + text.length));
          assert.equal(line, WIDE.slice(0, start).split('\n').length);
          assert.ok(start <= offset && offset <= start + text.length + 3, `${offset}, ${length}`);
          if (length >= 100) assert.ok(start === 0 || WIDE[start - 1] === '\n', 'a line is whole');
        }
      }
      assert.deepEqual(run.window(0, Infinity), {
        text: WIDE,
        start: 0,
        line: 1,
        column: 1,
        inString: false,
        total: WIDE.length,
      });
      assert.equal(run.window(NaN, NaN).text, '');
    });
  });

  test('work for a text that is not JSON too', () => {
    withRun('one\ntwo\ntoo', (run) => {
      const at = { column: 1, inString: false, total: 11 };
      assert.deepEqual(run.window(5, 2), { text: 'two', start: 4, line: 2, ...at });
    });
    withRun(new Uint8Array([97, 255, 10, 98]), (run) => assert.equal(run.window(4, 1).line, 2));
    withRun('', (run) =>
      assert.deepEqual(run.window(0, 9), {
        text: '',
        start: 0,
        line: 1,
        column: 1,
        inString: false,
        total: 0,
      }),
    );
  });

  test('say where in a long line they start, and whether in a string', () => {
    const line = `{"é${'x'.repeat(50)}": "${'\\"'.repeat(40)}", "b": [1, 2, 3]}`;
    withRun(`\n${line}`, (run) => {
      for (let offset = 1; offset < line.length; offset += 1) {
        const { text, start, line: number, column, inString } = run.window(offset, 6);
        assert.equal(column, number === 2 ? start : 1);
        const rest = inString ? `"${text}` : text;
        // Without its strings and the last one, which may be cut, there is no quote.
        const outside = rest.replace(/"(?:[^"\\]|\\.)*("|\\?$)/g, '');
        assert.ok(!/["\\x]/.test(outside), `${inString} ${text}`);
      }
    });
  });
});

describe('sources, settings and the timeline', () => {
  test('sources with their numbers of records, in the order of adapt', () => {
    withRun(WIDE, (run) =>
      assert.deepEqual(run.sources(0, 1e9), [
        { name: 'alpha', records: 3, adapter: true },
        { name: 'größe', records: 2, adapter: false },
      ]),
    );
    withRun('[]', (run) => assert.deepEqual(run.sources(0, 1e9), []));
    for (const { name, input } of ALL) {
      withRun(input, (run) => {
        const sum = run.sources(0, 1e9).reduce((total, { records }) => total + records, 0);
        assert.equal(sum, run.recordCount, name);
        for (const { name: source, records } of run.sources(0, 1e9))
          assert.equal(run.countRecords({ source }), records, name);
      });
    }
  });

  test('settings, given and absent', () => {
    const clock = { text: String(CLOCK), given: false, number: true };
    const standard = { text: '600', given: false, number: true };
    withRun('{}', (run) =>
      assert.deepEqual(run.settings, {
        now: clock,
        maxAge: standard,
        requiresLetters: false,
        hints: [],
      }),
    );
    withRun('{"now": "x", "max_age_seconds": 1.50}', (run) =>
      assert.deepEqual(run.settings, {
        now: { text: '"x"', given: true, number: false, oddity: 'not_number' },
        maxAge: { text: '1.5', given: true, number: true },
        requiresLetters: false,
        hints: [],
      }),
    );
    for (const [fields, letters] of [
      ['"id"', true],
      ['"\\u00e9"', true],
      ['["id"]', false],
      ['{"id": 1}', false],
      ['null', false],
    ])
      withRun(`{"required_fields": ${fields}}`, (run) =>
        assert.equal(run.settings.requiresLetters, letters, fields),
      );
    for (const config of ['', '[]', '{', '5'])
      withRun(config, (run) => assert.equal(run.settings, undefined));
  });

  test('an edit of a setting sets it, after which no edit is needed', () => {
    let count = 0;
    for (const { name, input } of ALL) {
      if (input.length > 5000) continue;
      for (const [key, member] of [
        ['now', 'now'],
        ['max_age_seconds', 'maxAge'],
      ]) {
        for (const value of ['17', '-0.5', '1e3', 'NaN']) {
          const edit = editSetting(input, key, value);
          if (!edit) {
            withRun(input, ({ settings }) => assert.ok(!settings || settings[member].given, name));
            continue;
          }
          const edited = input.slice(0, edit.start) + edit.insert + input.slice(edit.end);
          assert.equal(editSetting(edited, key, value), undefined, name);
          withRun(edited, ({ settings }) => {
            const text = value === '1e3' ? '1000.0' : value;
            assert.deepEqual(
              settings[member],
              value === 'NaN'
                ? { text, given: true, number: false, oddity: 'nan' }
                : { text, given: true, number: true },
              name,
            );
          });
          count += 1;
        }
      }
    }
    assert.ok(count > 4000, `only ${count} edits`);
  });

  test('edits of settings exactly, and refused ones', () => {
    assert.deepEqual(editSetting('{"é😀": 1, "now": 5}', 'now', '6'), {
      start: 18,
      end: 19,
      insert: '6',
    });
    assert.deepEqual(editSetting('{"é😀":1}', 'max_age_seconds', '6'), {
      start: 8,
      end: 8,
      insert: ',"max_age_seconds":6',
    });
    for (const config of ['[]', '{', '']) assert.equal(editSetting(config, 'now', '6'), undefined);
    for (const value of ['', ' 6', '6 ', '06', '.5', 'true', '"6"', 'nan', '6, "x": 1']) {
      assert.throws(() => editSetting('{}', 'now', value), TypeError, value);
    }
    for (const key of ['', 'maxAge', 'flags'])
      assert.throws(() => editSetting('{}', key, '6'), TypeError, key);
    assert.throws(() => editSetting(5, 'now', '6'), TypeError);
  });

  test('the timeline counts each age once', () => {
    let count = 0;
    for (const { name, input } of ALL) {
      withRun(input, (run) => {
        const records = allRecords(run);
        const [fresh, stale] = ['fresh', 'stale'].map(
          (mark) => records.filter(({ freshness }) => freshness === mark).length,
        );
        const timeline = run.timeline(7);
        assert.equal(timeline === undefined, fresh + stale === 0, name);
        if (!timeline) return;
        const { buckets, outside, points, limitAt, zeroAt } = timeline;
        const sum = (mark) =>
          buckets.reduce((total, bucket) => total + bucket[mark], outside[mark]);
        assert.deepEqual([sum('fresh'), sum('stale')], [fresh, stale], name);
        for (const [bucket, counts] of buckets.entries()) {
          for (const freshness of ['fresh', 'stale'])
            assert.equal(
              run.countRecords({ bucket, buckets: 7, freshness }),
              counts[freshness],
              name,
            );
        }
        for (const at of [limitAt, zeroAt, ...points.map((point) => point.at)])
          assert.ok(at >= 0 && at <= 1, name);
        for (const { position, at: _, ...point } of points) {
          const { source, index, age, freshness } = records[position];
          assert.deepEqual(point, { source, index, age, freshness }, name);
        }
        count += 1;
      });
    }
    assert.ok(count > 400, `only ${count} timelines`);
  });

  test('a timeline exactly', () => {
    withRun(WIDE, (run) =>
      assert.deepEqual(run.timeline(2), {
        now: '1000',
        maxAge: '600',
        low: '0',
        high: '899.5',
        axisFrom: '0',
        axisTo: '899.5',
        byDecades: false,
        limitAt: 600 / 899.5,
        zeroAt: 0,
        ticks: [0, 200, 400, 600, 800].map((age) => ({
          text: age ? `${age}.0` : '0.0',
          at: age / 899.5,
        })),
        buckets: [
          { from: '0', to: '450.0', fresh: 2, stale: 0 },
          { from: '450.0', to: '899.5', fresh: 0, stale: 1 },
        ],
        outside: { fresh: 0, stale: 0 },
        points: [
          { position: 0, source: 'alpha', index: 0, age: '0', at: 0, freshness: 'fresh' },
          { position: 3, source: 'größe', index: 0, age: '899.5', at: 1, freshness: 'stale' },
          { position: 4, source: 'größe', index: 1, age: '0', at: 0, freshness: 'fresh' },
        ],
      }),
    );
    withRun('{}', (run) => assert.equal(run.timeline(5), undefined));
    withRun(mixed(9), (run) => {
      assert.equal(run.timeline(NaN).buckets.length, 1);
      assert.equal(run.timeline(1e9).buckets.length, 1000);
    });
  });
});
