// All conformance cases through the public interface of the shipped wasm package: its answers must equal CPython's,
// byte for byte. Strings are passed as they are, including lone surrogates, and files as bytes.
//
//   node --test tests/package/*.test.mjs

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { CLOCK, cases, Run, runPipeline } from './engine.mjs';
import { allLogs, allRecords } from './runs.mjs';

let count = 0;
after(() => console.log(`wasm package conformance: ${count} cases`));

/** The answer of a run, with the fields of a conformance case. */
function answerOf(run) {
  const records = allRecords(run);
  return {
    ...(run.error === undefined
      ? {
          summary: run.summaryText,
          records: records.filter(({ fate }) => fate === 'kept').map(({ text }) => text),
        }
      : { error: [run.error.type, run.error.message] }),
    logs: allLogs(run),
    keys: records.map(({ key }) => key).filter((key) => key !== undefined),
  };
}

/** The answer of runPipeline, which only has a summary or an exception. */
function answerInOneCall(config) {
  try {
    return { summary: runPipeline(config, { clock: CLOCK }) };
  } catch (error) {
    assert.ok(error instanceof Error);
    return { error: [error.name, error.message] };
  }
}

/** Runs `config` by `Run` and by `runPipeline`, and adds what differs from `wanted` to `failures`. */
function compare(name, config, wanted, failures, seen = (answer) => answer) {
  count += 1;
  const run = new Run(config, { clock: CLOCK });
  const answer = seen(answerOf(run));
  const inOneCall = answerInOneCall(config);
  for (const field of ['summary', 'error', 'logs', 'keys', 'records']) {
    if (field in wanted && !isDeepStrictEqual(answer[field], wanted[field])) {
      failures.push({ name, field, wanted: wanted[field], got: answer[field] });
    }
    if (
      (field in inOneCall || field === 'error') &&
      !isDeepStrictEqual(inOneCall[field], wanted[field])
    ) {
      failures.push({ name, field, wanted: wanted[field], runPipeline: inOneCall[field] });
    }
  }
  const object = run.summaryText === undefined ? undefined : JSON.parse(run.summaryText);
  if (!isDeepStrictEqual(run.summary, object)) {
    failures.push({ name, field: 'summary as an object', wanted: object, got: run.summary });
  }
  run.free();
}

for (const name of ['named', 'random', 'deep']) {
  test(`${name}: strings`, () => {
    const failures = [];
    for (const { name: caseName, note, input, ...wanted } of cases(name)) {
      // A field that the case does not have must be absent: a summary if there is an error, and vice versa.
      const fields = { summary: undefined, error: undefined, records: undefined, ...wanted };
      compare(caseName, input, fields, failures);
    }
    assert.deepEqual(failures.slice(0, 10), [], `${failures.length} differences`);
  });
}

/** A text as Python's program prints it, with lone surrogates escaped. */
const printed = (text) =>
  text.replace(/\p{Surrogate}/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

/** `Type: message` as in the program's last line. */
const lastLine = ([type, message]) =>
  `${type === 'JSONDecodeError' ? 'json.decoder.JSONDecodeError' : type}: ${message}`;

test('files: bytes', () => {
  const failures = [];
  for (const { name, input_base64, output_file, last_line, logs } of cases('files')) {
    if (input_base64 === null) continue; // The file does not exist, which does not concern the package.
    const config = new Uint8Array(Buffer.from(input_base64, 'base64'));
    const wanted = { summary: output_file ?? undefined, logs };
    compare(name, config, wanted, failures, ({ logs: lines, ...answer }) => {
      const line = answer.error && lastLine(answer.error);
      if (line !== last_line) failures.push({ name, wanted: last_line, got: line });
      wanted.error = answer.error;
      return { ...answer, logs: lines.map(([level, message]) => [level, printed(message)]) };
    });
  }
  assert.deepEqual(failures, []);
});

test('every string as UTF-8 bytes', () => {
  const failures = [];
  for (const { name, note, input, ...wanted } of [...cases('named'), ...cases('random')]) {
    // Reading a file turns CR into LF, which affects the positions of JSON errors.
    if (input.includes('\r') && wanted.error?.[0] === 'JSONDecodeError') continue;
    const fields = { summary: undefined, error: undefined, records: undefined, ...wanted };
    compare(`${name} as bytes`, new TextEncoder().encode(input), fields, failures);
  }
  assert.deepEqual(failures.slice(0, 10), [], `${failures.length} differences`);
});
