// The reports of the shipped wasm package agree with each other and with the text, and can be read in pages.
// conformance.test.mjs checks their content.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { cases } from './engine.mjs';
import { ALL, allGroups, allRecords, mixed, STAGES, withRun } from './runs.mjs';

describe('positions in the text', () => {
  test('the start and end of a record are right, in UTF-16 units', () => {
    let count = 0;
    for (const { name, input } of [...cases('named'), ...cases('random')]) {
      let config;
      try {
        config = JSON.parse(input);
      } catch {
        continue; // Not JSON, or with NaN, which JavaScript does not read.
      }
      withRun(input, (run) => {
        for (const { source, index, start, end, line } of allRecords(run)) {
          const inText = JSON.parse(input.slice(start, end));
          assert.deepEqual(inText, config.sources[source].records[index], name);
          assert.equal(line, input.slice(0, start).split('\n').length, name);
          count += 1;
        }
      });
    }
    assert.ok(count > 5000, `only ${count} records were checked`);
  });

  test('the position of a JSON error is the one in its message', () => {
    let count = 0;
    for (const { name, input, error } of ALL) {
      if (error?.[0] !== 'JSONDecodeError') continue;
      const [, line, column, characters] = error[1].match(
        /line (\d+) column (\d+) \(char (\d+)\)$/,
      );
      withRun(input, (run) => {
        const start = [...input].slice(0, Number(characters)).join('').length;
        const { error: reported } = run;
        assert.deepEqual(
          { line: reported.line, column: reported.column, start: reported.start },
          { line: Number(line), column: Number(column), start },
          name,
        );
        assert.ok(reported.end >= reported.start && reported.end <= input.length, name);
      });
      count += 1;
    }
    assert.ok(count > 300, `only ${count} errors were checked`);
  });

  test('line and column of any exception are those of its start', () => {
    let count = 0;
    for (const { name, input, error } of ALL) {
      if (!error) continue;
      withRun(input, ({ error: { start, end, line, column } }) => {
        if (start === undefined) return;
        const before = input.slice(0, start).split('\n');
        assert.deepEqual([line, column], [before.length, [...before.at(-1)].length + 1], name);
        assert.ok(start <= end && end <= input.length, name);
        count += 1;
      });
    }
    assert.ok(count > 500, `only ${count} exceptions were checked`);
  });

  test('an exception in a record names the source, the index, and the value in the text', () => {
    const config =
      '{"now": 9, "sources": {"😀": {"records": [{"id": 1, "value": 1}, {"id": 2, "value": 2, "timestamp": "soon"}]}}}';
    withRun(config, ({ error }) => {
      assert.deepEqual([error.stage, error.source, error.index], ['freshness', '😀', 1]);
      assert.ok(config.slice(error.start, error.end).includes('soon'));
    });
  });
});

describe('reports agree with each other', () => {
  test('the stages agree with the summary', () => {
    for (const { name, input, summary } of ALL) {
      if (!summary) continue;
      withRun(input, (run) => {
        const stages = run.stages();
        assert.deepEqual(
          stages.map((stage) => stage.name),
          STAGES,
          name,
        );
        const [, cache, validate, freshness, reconcile] = stages;
        const count = (number) => number ?? 0;
        const { matched, mismatched, single_source: single } = run.summary.reconciliation;
        assert.deepEqual(
          {
            stages_run: stages.filter((stage) => stage.ran).map((stage) => stage.name),
            cache: [count(cache.hits), count(cache.misses)],
            validation_errors: count(validate.violations),
            stale_records: count(freshness.stale),
            reconciliation: [reconcile.matched, reconcile.mismatched, reconcile.single].map(count),
            records: [run.recordCount, freshness.recordsOut],
          },
          {
            stages_run: run.summary.stages_run,
            cache: [run.summary.cache.hits, run.summary.cache.misses],
            validation_errors: run.summary.validation_errors,
            stale_records: run.summary.stale_records,
            reconciliation: [matched, mismatched, single].map(count),
            records: [run.summary.records_in, run.summary.records_out],
          },
          name,
        );
        assert.ok(
          stages.every((stage) => !stage.failed),
          name,
        );
      });
    }
  });

  test('the stage that failed is the one that the exception names', () => {
    for (const { name, input, error } of ALL) {
      if (!error) continue;
      withRun(input, (run) => {
        const failed = run
          .stages()
          .filter((stage) => stage.failed)
          .map((stage) => stage.name);
        assert.deepEqual(failed, run.error.stage === undefined ? [] : [run.error.stage], name);
        assert.equal(run.summary, undefined, name);
        assert.equal(run.summaryText, undefined, name);
      });
    }
  });

  test('a cache key is the MD5 of the hashed text, and a duplicate has the key of its original', () => {
    for (const { name, input } of ALL) {
      withRun(input, (run) => {
        const records = allRecords(run);
        for (const { position, key, hashed, fate, duplicateOf } of records) {
          assert.equal(records[position].position, position, name);
          if (key === undefined) continue;
          assert.equal(key, createHash('md5').update(hashed).digest('hex').slice(0, 12), name);
          assert.equal(fate === 'duplicate', duplicateOf !== undefined, name);
          if (fate !== 'duplicate') continue;
          assert.ok(duplicateOf < position, name);
          assert.equal(records[duplicateOf].key, key, name);
          assert.notEqual(records[duplicateOf].fate, 'duplicate', name);
        }
      });
    }
  });

  test('a record and its reconciliation group refer to each other', () => {
    withRun(mixed(40), (run) => {
      const groups = allGroups(run);
      const records = allRecords(run);
      assert.equal(groups.length, run.reconciliationCount);
      assert.ok(groups.some(({ values }) => values.length === 3));
      for (const [index, { verdict, values }] of groups.entries()) {
        const texts = new Set(values.map(({ text }) => text));
        const fitting = texts.size === 1 ? 'matched' : 'mismatched';
        assert.equal(verdict, values.length === 1 ? 'single' : fitting);
        for (const { source, record } of values) {
          assert.equal(records[record].group, index);
          assert.equal(records[record].source, source);
        }
      }
      const counts = (verdict) => groups.filter((group) => group.verdict === verdict).length;
      assert.deepEqual(
        [counts('matched'), counts('mismatched'), counts('single')],
        Object.values(run.summary.reconciliation),
      );
    });
  });
});

describe('filters and pages', () => {
  const config = mixed(40);
  const filters = [undefined, null, {}];
  for (const source of [undefined, 'alpha', 'd😀lta', 'nobody']) {
    for (const fate of [undefined, 'kept', 'duplicate', 'invalid']) {
      for (const freshness of [undefined, 'fresh', 'stale'])
        filters.push({ source, fate, freshness });
    }
  }
  const fits = (filter) => (record) =>
    Object.entries(filter ?? {}).every(
      ([field, value]) => value === undefined || record[field] === value,
    );

  test('records: every filter gives the matching ones, and every page its part of them', () => {
    withRun(config, (run) => {
      const records = allRecords(run);
      for (const fate of ['kept', 'duplicate', 'invalid'])
        assert.ok(records.some(fits({ fate })), fate);
      for (const freshness of ['fresh', 'stale'])
        assert.ok(records.some(fits({ freshness })), freshness);
      for (const filter of filters) {
        const fitting = records.filter(fits(filter));
        for (const offset of [
          0,
          1,
          7,
          fitting.length - 1,
          fitting.length,
          fitting.length + 1,
          1000,
        ]) {
          for (const limit of [0, 1, 7, fitting.length, 1000]) {
            if (offset < 0) continue;
            const page = fitting.slice(offset, offset + limit);
            assert.deepEqual(
              run.records(offset, limit, filter),
              page,
              JSON.stringify({ offset, limit, filter }),
            );
          }
        }
      }
    });
  });

  test('reconciliation: the same', () => {
    withRun(config, (run) => {
      const groups = allGroups(run);
      for (const filter of [
        undefined,
        null,
        {},
        ...['matched', 'mismatched', 'single'].map((verdict) => ({ verdict })),
      ]) {
        const fitting = groups.filter(fits(filter));
        assert.ok(fitting.length > 1, JSON.stringify(filter));
        for (const offset of [0, 1, fitting.length - 1, fitting.length, 1000]) {
          for (const limit of [0, 1, 3, 1000]) {
            assert.deepEqual(
              run.reconciliation(offset, limit, filter),
              fitting.slice(offset, offset + limit),
            );
          }
        }
      }
    });
  });

  test('logs: pages', () => {
    withRun(config, (run) => {
      const lines = run.logs(0, run.logCount);
      assert.ok(lines.length > 10);
      assert.equal(run.logs(0, 1000).length, run.logCount);
      assert.deepEqual(run.logs(1, 2), lines.slice(1, 3));
      assert.deepEqual(run.logs(run.logCount - 1, 10), lines.slice(-1));
      assert.deepEqual(run.logs(run.logCount, 1), []);
    });
  });

  test('offsets and limits outside a list give nothing, or the whole list', () => {
    withRun(config, (run) => {
      const readers = ['logs', 'records', 'reconciliation'];
      for (const reader of readers) {
        const everything = run[reader](0, 1000);
        for (const offset of [2 ** 31, 2 ** 32, 2 ** 53, 1e308, Infinity]) {
          assert.deepEqual(run[reader](offset, 10), [], `${reader} from ${offset}`);
        }
        for (const limit of [2 ** 31, 2 ** 32, 2 ** 53, 1e308, Infinity]) {
          assert.deepEqual(run[reader](0, limit), everything, `${reader}, ${limit} of them`);
        }
        for (const odd of [NaN, -1, -0.5, -(2 ** 40), -Infinity]) {
          assert.deepEqual(run[reader](0, odd), [], `${reader}, ${odd} of them`);
          assert.deepEqual(run[reader](odd, 1000), everything, `${reader} from ${odd}`);
        }
      }
    });
  });
});
