// The package declares the types of types.ts, and real answers have these types.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { cases, editFlag, editSetting, PACKAGE, Run } from './engine.mjs';
import { allGroups, allRecords, mixed, WIDE, withRun } from './runs.mjs';

const HERE = import.meta.dirname;
const TSC = resolve(HERE, '..', '..', 'www', 'node_modules', '.bin', 'tsc');
const DECLARED = join(PACKAGE, 'pipeline_playground.d.ts');
const CONFIGS = [...cases('named').map(({ input }) => input), mixed(50), WIDE];

/** The errors of tsc for a program that imports the package's types. */
function check(write) {
  const folder = mkdtempSync(join(tmpdir(), 'package-types-'));
  try {
    const program = join(folder, 'program.ts');
    write(program);
    const compilerOptions = {
      paths: { 'pipeline-playground': [DECLARED] },
      skipLibCheck: false,
      types: [],
      lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
    };
    const base = resolve(HERE, '..', '..', 'www', 'tsconfig.base.json');
    const config = { extends: base, compilerOptions, files: [program] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout, status } = spawnSync(TSC, ['-p', folder], { encoding: 'utf8' });
    return status === 0 ? '' : stdout.slice(0, 5000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Real answers, each with its type. */
function* answers() {
  for (const config of CONFIGS) {
    const reports = withRun(config, (run) => [
      ["Run['summary']", run.summary],
      ["Run['summaryNumbers']", run.summaryNumbers],
      ["Run['error']", run.error],
      ["Run['settings']", run.settings],
      ["ReturnType<Run['stages']>", run.stages()],
      ["ReturnType<Run['numbers']>", run.numbers()],
      ["Run['noReconciliation']", run.noReconciliation],
      ["ReturnType<Run['sources']>", run.sources()],
      ["ReturnType<Run['logs']>", run.logs(0, 100)],
      ["ReturnType<Run['records']>", allRecords(run).slice(0, 100)],
      ["ReturnType<Run['record']>", run.record(0)],
      ["ReturnType<Run['window']>", run.window(0, 100)],
      ["ReturnType<Run['timeline']>", run.timeline(5)],
      ["ReturnType<Run['flagEdit']>", run.flagEdit('cache', false)],
      ["ReturnType<Run['settingEdit']>", run.settingEdit('now', '7')],
      ["ReturnType<Run['reconciliation']>", allGroups(run)],
    ]);
    yield* reports;
    yield ['ReturnType<typeof editFlag>', editFlag(config, 'cache', false)];
    yield ['ReturnType<typeof editSetting>', editSetting(config, 'now', '7')];
    yield* compared(WIDE, config);
    yield* compared(config, WIDE.replace('"flags"', '"no flags"'));
  }
  yield* compared('{"flags": {"cache": false}', '{}');
  const ofBytes = withRun(new TextEncoder().encode(WIDE), (run) => run.flagEdit('cache', false));
  yield ["ReturnType<Run['flagEdit']>", ofBytes];
}

function compared(before, after) {
  const [pinned, run] = [before, after].map((text) => new Run(text));
  const comparison = run.compare(pinned);
  pinned.free();
  run.free();
  const answers = [
    ["Comparison['summary']", comparison.summary],
    ["Comparison['error']", comparison.error],
    ["ReturnType<Comparison['records']>", comparison.records(0, 100)],
    ["ReturnType<Comparison['logs']>", comparison.logs(0, 100)],
  ];
  comparison.free();
  return answers;
}

/** The names of all members in a value. No member may be undefined or null; it must be absent instead. */
function* members(value) {
  if (typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) {
    assert.ok(member !== undefined && member !== null, `${name} in ${JSON.stringify(value)}`);
    if (!Array.isArray(value)) yield name;
    yield* members(member);
  }
}

/** The same text for values that differ only in texts and numbers. Names, such as those of stages, are kept. */
function shape(value) {
  const simplified = (name, member) => {
    if (Array.isArray(member))
      return [...new Set(member.map((one) => JSON.stringify(one, simplified)))];
    if (typeof member === 'number') return 0;
    return typeof member === 'string' && !/^[a-z]\w*$/i.test(member) ? name : member;
  };
  return JSON.stringify(value, simplified);
}

test('the declared types are those of types.ts', () => {
  assert.equal(
    check((program) => copyFileSync(join(HERE, 'types.ts'), program)),
    '',
  );
});

test('real answers have the declared types, and every declared member occurs', () => {
  const lines = new Map();
  const seen = new Set();
  for (const [type, answer] of answers()) {
    if (answer === undefined) continue;
    for (const name of members(answer)) seen.add(name);
    lines.set(`${type} ${shape(answer)}`, `(${JSON.stringify(answer)}) satisfies ${type};`);
  }
  assert.ok(lines.size > 100, `only ${lines.size} answers`);
  const imports = `import type { Comparison, editFlag, editSetting, Run } from 'pipeline-playground';\n`;
  const answered = imports + [...lines.values()].join('\n');
  assert.equal(
    check((program) => writeFileSync(program, answered)),
    '',
  );
  const given = ['RunOptions', 'RecordFilter', 'ReconciliationFilter', 'InitOutput'];
  const interfaces = /^export interface (\w+)[^{]*\{\n(.*?)^\}/gms;
  const text = readFileSync(DECLARED, 'utf8');
  const inInterfaces = [...text.matchAll(interfaces)]
    .filter(([, name]) => !given.includes(name))
    .flatMap(([, , body]) => [...body.matchAll(/^ +(\w+)\??:/gm)].map(([, name]) => name));
  // A reason is a union of objects, in one line.
  const inReasons = [...text.matchAll(/^export type \w+ = (\{ reason: .*);$/gm)].flatMap(
    ([, body]) => [...body.matchAll(/[{;] (\w+):/g)].map(([, name]) => name),
  );
  const declared = [...inInterfaces, ...inReasons];
  assert.deepEqual([...new Set(declared)].sort(), [...seen].sort());
});
