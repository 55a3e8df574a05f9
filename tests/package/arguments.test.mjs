// The arguments and the behaviour of the shipped wasm package: progress, memory, edits of flags.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLOCK, cases, editFlag, freshEngine, Run, runPipeline } from './engine.mjs';
import { allRecords, mixed, STAGES, withRun } from './runs.mjs';

describe('arguments', () => {
  const stale = `{"max_age_seconds": 600, "sources": {"g": {"records": [{"id": 1, "value": 1, "timestamp": TIME}]}}}`;
  const staleAt = (time, options) =>
    JSON.parse(runPipeline(stale.replace('TIME', time), options)).stale_records;

  test('the clock is the one in the options, or else the computer’s', () => {
    assert.equal(staleAt(1000, { clock: 1600 }), 0);
    assert.equal(staleAt(1000, { clock: 1600.5 }), 1);
    const now = Date.now() / 1000;
    for (const options of [undefined, null, {}, { clock: undefined }]) {
      assert.equal(staleAt(now - 300, options), 0);
      assert.equal(staleAt(now - 900, options), 1);
      withRun('{}', (run) => assert.equal(run.error, undefined), options);
    }
  });

  test('an argument that is not a config is a TypeError, not a panic', () => {
    for (const config of [undefined, null, 5, {}, [], true, Symbol('config')]) {
      assert.throws(() => new Run(config), TypeError);
      assert.throws(() => runPipeline(config), TypeError);
    }
    assert.match(runPipeline('{}'), /records_in/);
  });

  test('bytes that do not fit into wasm memory are a RangeError, and the next run works', () => {
    assert.throws(() => new Run(new Uint8Array(2 ** 31)), RangeError);
    assert.match(runPipeline('{"now": 1}'), /"records_in": 0/);
  });

  test('a part of a buffer is read as that part only, and is not changed', () => {
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

  test('lone surrogates in a string are kept', () => {
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
      const lines = run.logs(0, 9).map(({ level, message }) => ({ level, message }));
      assert.equal(run.logs(1, 1)[0].record.source, 's\ud800');
      assert.deepEqual(lines, [
        { level: 'INFO', message: 'adapted 3 records from s\ud800' },
        { level: 'WARNING', message: "contract violation: \ude00 missing ['z\\ude00']" },
      ]);
      assert.deepEqual(JSON.parse(config.slice(records[0].start, records[0].end)), {
        id: '\ud83d',
        value: 1,
        'z\ude00': 1,
      });
      // A filter finds a source by exactly its name.
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

  test('increases up to the total', () => {
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

  test('does not change the answer', () => {
    assert.equal(
      runPipeline(config, { clock: CLOCK, onProgress() {} }),
      runPipeline(config, { clock: CLOCK }),
    );
  });

  test('an exception in onProgress stops the run and reaches the caller unchanged', () => {
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

  test('a freed run throws when it is used, and other runs work', () => {
    const run = new Run(config);
    run.free();
    assert.throws(() => run.summaryText);
    assert.throws(() => run.records(0, 1));
    assert.match(runPipeline(config), /records_in/);
  });

  test('freed and stopped runs leak no memory', async () => {
    // A new instance, so that its memory has not grown in larger runs.
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

test('an edit of a flag sets the flag, after which no edit is needed', () => {
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
