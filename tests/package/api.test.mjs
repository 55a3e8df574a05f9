// How the shipped wasm package behaves: places in the text, filters, paging, progress, memory, and odd arguments. What
// it answers about the pipeline is for conformance.test.mjs; here its reports must fit one another and the text.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { CLOCK, cases, editFlag, freshEngine, Run, runPipeline } from './engine.mjs';

const STAGES = ['adapt', 'cache', 'validate', 'freshness', 'reconcile'];
const ALL = [...cases('named'), ...cases('random'), ...cases('deep')];

/** Runs over a string, hands the run to `look`, and frees it. */
function withRun(config, look, options = { clock: CLOCK }) {
  const run = new Run(config, options);
  try {
    return look(run);
  } finally {
    run.free();
  }
}

const allRecords = (run, filter) => run.records(0, run.recordCount, filter);
const allGroups = (run, filter) => run.reconciliation(0, run.reconciliationCount, filter);

/** A config with `count` records in each of three sources, and a small one: kept, duplicate, invalid, fresh and stale ones. */
function mixed(count) {
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

describe('places in the text', () => {
  test('a record is where its start and end say, in UTF-16 units', () => {
    let count = 0;
    for (const { name, input } of [...cases('named'), ...cases('random')]) {
      let config;
      try {
        config = JSON.parse(input);
      } catch {
        continue; // Not JSON for JavaScript, which knows no NaN.
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
    assert.ok(count > 5000, `only ${count} records were looked at`);
  });

  test('a JSON error is where its message says', () => {
    let count = 0;
    for (const { name, input, error } of ALL) {
      if (error?.[0] !== 'JSONDecodeError') continue;
      const [, line, column, characters] = error[1].match(
        /line (\d+) column (\d+) \(char (\d+)\)$/,
      );
      withRun(input, (run) => {
        const start = [...input].slice(0, Number(characters)).join('').length;
        const { error: told } = run;
        assert.deepEqual(
          { line: told.line, column: told.column, start: told.start },
          { line: Number(line), column: Number(column), start },
          name,
        );
        assert.ok(told.end >= told.start && told.end <= input.length, name);
      });
      count += 1;
    }
    assert.ok(count > 300, `only ${count} errors were looked at`);
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
    assert.ok(count > 500, `only ${count} exceptions were looked at`);
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

describe('reports that fit one another', () => {
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

  test('a cache key is the MD5 of the text that was hashed, and a duplicate has that of its original', () => {
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

  test('a record and its reconciliation group point at each other', () => {
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

  test('records: every filter gives those that fit, and every page its part of them', () => {
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

  test('numbers that are no places in a list give nothing, or all that there is', () => {
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

describe('arguments', () => {
  const stale = `{"max_age_seconds": 600, "sources": {"g": {"records": [{"id": 1, "value": 1, "timestamp": TIME}]}}}`;
  const staleAt = (time, options) =>
    JSON.parse(runPipeline(stale.replace('TIME', time), options)).stale_records;

  test('the clock is the one that is passed, or else the computer’s', () => {
    assert.equal(staleAt(1000, { clock: 1600 }), 0);
    assert.equal(staleAt(1000, { clock: 1600.5 }), 1);
    const now = Date.now() / 1000;
    for (const options of [undefined, null, {}, { clock: undefined }]) {
      assert.equal(staleAt(now - 300, options), 0);
      assert.equal(staleAt(now - 900, options), 1);
      withRun('{}', (run) => assert.equal(run.error, undefined), options);
    }
  });

  test('what is no config is a TypeError, and no panic', () => {
    for (const config of [undefined, null, 5, {}, [], true, Symbol('config')]) {
      assert.throws(() => new Run(config), TypeError);
      assert.throws(() => runPipeline(config), TypeError);
    }
    assert.match(runPipeline('{}'), /records_in/);
  });

  test('part of a buffer is taken as that part, and is left as it was', () => {
    const whole = new TextEncoder().encode('xx{"now": 1}yy');
    const part = whole.subarray(2, -2);
    assert.equal(runPipeline(part), runPipeline('{"now": 1}'));
    assert.equal(new TextDecoder().decode(whole), 'xx{"now": 1}yy');
  });

  test('an exception is an Error with Python’s name and message', () => {
    assert.throws(
      () => runPipeline('[]'),
      (error) => {
        assert.ok(error instanceof Error);
        assert.equal(error.name, 'AttributeError');
        assert.equal(error.message, "'list' object has no attribute 'get'");
        return true;
      },
    );
  });

  test('lone surrogates in a string stay what they are', () => {
    const config = `{"now": 1, "required_fields": ["z\ude00"], "sources": {"s\ud800": {"records": [
      {"id": "\ud83d", "value": 1, "z\ude00": 1}, {"id": "\ude00"}, {"id": "\ud83d\\ude00", "z\ude00": 1}]}}}`;
    withRun(config, (run) => {
      const records = allRecords(run);
      const dumped = '{"id": "\\ud83d", "value": 1, "z\\ude00": 1, "source": "s\\ud800"';
      assert.equal(records[0].text, `${dumped}, "freshness": "fresh"}`);
      assert.equal(
        records[0].hashed,
        '{"id": "\\ud83d", "source": "s\\ud800", "value": 1, "z\\ude00": 1}',
      );
      assert.deepEqual(
        records.map(({ source }) => source),
        ['s\ud800', 's\ud800', 's\ud800'],
      );
      assert.deepEqual(records[1].missing, ['z\ude00']);
      assert.deepEqual(run.logs(0, 9), [
        { level: 'INFO', message: 'adapted 3 records from s\ud800' },
        { level: 'WARNING', message: "contract violation: \ude00 missing ['z\\ude00']" },
      ]);
      assert.deepEqual(JSON.parse(config.slice(records[0].start, records[0].end)), {
        id: '\ud83d',
        value: 1,
        'z\ude00': 1,
      });
      // A filter finds a source by the same name.
      assert.equal(allRecords(run, { source: 's\ud800' }).length, 3);
      assert.equal(allRecords(run, { source: 's\ufffd' }).length, 0);
    });
    assert.throws(() => runPipeline('{"\ud800\ud83d\ude00": x}'), {
      message: 'Expecting value: line 1 column 8 (char 7)',
    });
  });
});

describe('progress', () => {
  const config = mixed(30_000);

  test('grows, and ends at the total', () => {
    const seen = [];
    const onProgress = (done, total) => seen.push({ done, total });
    const run = new Run(config, { clock: CLOCK, onProgress });
    run.free();
    assert.ok(seen.length > 2, `${seen.length} calls`);
    for (const [index, { done, total }] of seen.entries()) {
      assert.ok(done >= (seen[index - 1]?.done ?? 0) && done <= total);
      assert.equal(total, seen[0].total);
    }
    assert.equal(seen.at(-1).done, seen.at(-1).total);
  });

  test('changes nothing in the answer', () => {
    assert.equal(
      runPipeline(config, { clock: CLOCK, onProgress() {} }),
      runPipeline(config, { clock: CLOCK }),
    );
  });

  test('what it throws stops the run and reaches the caller as it is', () => {
    const stop = new Error('stop');
    for (const start of [
      (options) => new Run(config, options),
      (options) => runPipeline(config, options),
    ]) {
      let calls = 0;
      const onProgress = () => {
        calls += 1;
        if (calls === 2) throw stop;
      };
      assert.throws(
        () => start({ clock: CLOCK, onProgress }),
        (error) => error === stop,
      );
      assert.equal(calls, 2);
    }
    assert.match(runPipeline(config), /records_in/);
  });
});

describe('memory', () => {
  const config = mixed(100);

  test('a run that was freed says so, and breaks nothing', () => {
    const run = new Run(config);
    run.free();
    assert.throws(() => run.summaryText);
    assert.throws(() => run.records(0, 1));
    assert.match(runPipeline(config), /records_in/);
  });

  test('runs that are freed, or stopped, leave no memory behind', async () => {
    // An instance of its own, so that no room is left over from larger runs.
    const engine = await freshEngine();
    const stop = () => {
      throw new Error('stop');
    };
    const runs = () => {
      for (let round = 0; round < 20; round += 1) {
        const run = new engine.Run(config);
        run.records(0, run.recordCount);
        run.free();
        const failed = new engine.Run('{"sources": {"alpha": {"records": [1]}}}');
        assert.equal(failed.error.type, 'AttributeError');
        failed.free();
        assert.throws(() => new engine.Run(config, { onProgress: stop }), { message: 'stop' });
        engine.runPipeline(config);
      }
    };
    runs();
    const before = engine.memory.buffer.byteLength;
    for (let round = 0; round < 5; round += 1) runs();
    assert.equal(engine.memory.buffer.byteLength, before);
  });
});

test('an edit of a flag does what it says, and is then not needed any more', () => {
  let count = 0;
  for (const { name, input } of cases('named')) {
    for (const stage of STAGES) {
      for (const on of [true, false]) {
        const flagOf = (text) =>
          withRun(text, (run) => run.stages().find((report) => report.name === stage).flag);
        const edit = editFlag(input, stage, on);
        if (!edit) {
          const flag = flagOf(input);
          assert.ok(flag === on || flag === undefined, `${name}: ${stage} is ${flag}`);
          continue;
        }
        const edited = input.slice(0, edit.start) + edit.insert + input.slice(edit.end);
        assert.equal(flagOf(edited), on, `${name}: ${stage}`);
        assert.equal(editFlag(edited, stage, on), undefined, `${name}: ${stage}`);
        count += 1;
      }
    }
  }
  assert.ok(count > 400, `only ${count} edits`);
});
