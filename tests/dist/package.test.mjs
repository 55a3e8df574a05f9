// The npm package in Node.js, its types, and what its package.json promises.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DIST, example, freshProject, ROOT } from './installed.cjs';

const project = freshProject();
after(project.remove);

const SUMMARY = '"records_in": 0';
const node = (name, text) => {
  project.write(name, text);
  return execFileSync(process.execPath, [name], { cwd: project.folder, encoding: 'utf8' });
};

test('the example for Node.js', () => {
  const printed = node('example.js', example('Node.js'));
  assert.match(printed, /"records_in": 1,/);
  assert.match(printed, /fate: 'kept'/);
});

test('load() needs nothing, init() too, and both can be called again', () => {
  const text = `import init, { load, runPipeline } from 'pipeline-playground';
    await START;
    await Promise.all([load(), init(), load()]);
    console.log(runPipeline('{}'));`;
  assert.ok(node('load.js', text.replace('START', 'load()')).includes(SUMMARY));
  assert.ok(node('init.js', text.replace('START', 'init()')).includes(SUMMARY));
});

test('load() takes the wasm in each form', () => {
  for (const wasm of [
    'new URL(address)',
    'address',
    'readFile(new URL(address))',
    'await readFile(new URL(address))',
    'await WebAssembly.compile(await readFile(new URL(address)))',
  ]) {
    const printed = node(
      'given.js',
      `import { readFile } from 'node:fs/promises';
      import { load, runPipeline } from 'pipeline-playground';
      const address = import.meta.resolve('pipeline-playground/engine.wasm');
      await load(${wasm});
      console.log(runPipeline('{}'));`,
    );
    assert.ok(printed.includes(SUMMARY), wasm);
  }
});

test('what cannot be loaded is told, and tried again', () => {
  const printed = node(
    'again.js',
    `import { load, Run, runPipeline } from 'pipeline-playground';
    try { new Run('{}'); } catch (problem) { console.log(problem.message); }
    try { await load('file:///nowhere.wasm'); } catch (problem) { console.log(problem.code); }
    await load();
    console.log(runPipeline('{}'));`,
  );
  assert.match(printed, /^the engine is not ready: call load\(\) first and await it\nENOENT\n/);
  assert.ok(printed.includes(SUMMARY));
});

test('a script that uses require', () => {
  const printed = node(
    'required.cjs',
    `const { load, runPipeline } = require('pipeline-playground');
    load().then(() => console.log(runPipeline('{}')));`,
  );
  assert.ok(printed.includes(SUMMARY));
});

test('the element does no harm on a server', () => {
  const printed = node(
    'server.js',
    `import { PipelinePlayground } from 'pipeline-playground/element';
    import 'pipeline-playground/define';
    import 'pipeline-playground/embed.js';
    console.log(PipelinePlayground.tag);`,
  );
  assert.equal(printed, 'pipeline-playground\n');
});

/** The errors of tsc, with all types checked. */
function typeErrors(text, compilerOptions) {
  const options = { target: 'ES2022', strict: true, noEmit: true, types: [], ...compilerOptions };
  project.write('program.ts', text);
  project.write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: options, files: ['program.ts'] }),
  );
  const tsc = join(ROOT, 'www/node_modules/.bin/tsc');
  return spawnSync(tsc, ['-p', '.'], { cwd: project.folder, encoding: 'utf8' }).stdout;
}

const ENGINE = `import init, { load, Run, runPipeline, type Summary } from 'pipeline-playground';
  await load();
  await load(new Uint8Array(8));
  const { memory } = await init();
  const size: number = memory.buffer.byteLength;
  const run = new Run(runPipeline('{}'));
  const summary: Summary | undefined = run.summary;
  export { size, summary };`;

const ELEMENT = `import 'pipeline-playground/define';
  import 'pipeline-playground/embed.js';
  import { load } from 'pipeline-playground';
  import { PipelinePlayground, type PipelinePlaygroundAttributes } from 'pipeline-playground/element';
  await load(new URL('https://example.org/'));
  await load(fetch('engine.wasm'));
  const made: PipelinePlayground = document.createElement('pipeline-playground');
  made.config = '{}';
  const result = await made.run();
  const text: string = 'summary' in result ? result.summary : result.error.message;
  document.addEventListener('pipeline-run', ({ detail }) => detail.summary.trim());
  made.addEventListener('pipeline-error', ({ detail }) => detail.type.trim());
  const attributes: PipelinePlaygroundAttributes = { show: 'flow, summary', theme: 'dark', number: 'cache.hits' };
  export { attributes, text };`;

for (const [module, moduleResolution] of [
  ['NodeNext', 'NodeNext'],
  ['ESNext', 'Bundler'],
]) {
  test(`the types of the engine need no browser, ${moduleResolution}`, () => {
    const lib = ['ES2022'];
    assert.equal(typeErrors(ENGINE, { lib, module, moduleResolution }), '');
    const wrong = "import { load } from 'pipeline-playground'; await load(1);";
    assert.match(typeErrors(wrong, { lib, module, moduleResolution }), /TS2345/);
  });

  test(`the types of the element, ${moduleResolution}`, () => {
    const lib = ['ES2022', 'DOM'];
    assert.equal(typeErrors(ELEMENT, { lib, module, moduleResolution }), '');
    const wrong = `${ELEMENT}; made.summary = '';`;
    assert.match(typeErrors(wrong, { lib, module, moduleResolution }), /TS2540/);
  });
}

test('the declared element is the real one', () => {
  const [declared] = readFileSync(join(DIST, 'npm/element.d.ts'), 'utf8').split('declare global');
  const engine = join(DIST, 'npm/pipeline_playground.js');
  project.write('declared.d.ts', declared.replace('./pipeline_playground.js', engine));
  const text = `import type * as Declared from './declared.d.ts';
    import type * as Real from '${ROOT}/www/src/embed/pipeline-playground.ts';
    import type { PipelineEvents, RunResult } from '${ROOT}/www/src/shell/run-events.ts';
    type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
    type Own<Element> = { [Name in Exclude<keyof Element, keyof HTMLElement>]: Element[Name] };
    export const same: [
      Same<Own<Declared.PipelinePlayground>, Own<Omit<Real.PipelinePlayground, 'connectedCallback' | 'disconnectedCallback'>>>,
      Same<Declared.RunResult, RunResult>,
      Same<Declared.PipelineEvents, PipelineEvents>,
    ] = [true, true, true];`;
  const config = JSON.parse(readFileSync(join(ROOT, 'www/tsconfig.json'), 'utf8')).compilerOptions;
  const base = JSON.parse(
    readFileSync(join(ROOT, 'www/tsconfig.base.json'), 'utf8'),
  ).compilerOptions;
  const typeRoots = [join(ROOT, 'www/node_modules')];
  assert.equal(typeErrors(text, { ...base, ...config, typeRoots }), '');
});

test('the README lists the attributes that are declared', () => {
  const readme = readFileSync(join(DIST, 'npm/README.md'), 'utf8').split('\n## The element\n')[1];
  const listed = [...readme.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  const types = readFileSync(join(DIST, 'npm/element.d.ts'), 'utf8');
  const [, body] = types.match(/interface PipelinePlaygroundAttributes \{(.*?)^\}/ms);
  const declared = [...body.matchAll(/^ {2}'?([\w-]+)'?\?:/gm)].map(([, name]) => name);
  assert.deepEqual(listed, declared);
});

test('package.json', () => {
  const about = JSON.parse(readFileSync(join(DIST, 'npm/package.json'), 'utf8'));
  const [, version] = readFileSync(join(ROOT, 'Cargo.toml'), 'utf8').match(/^version = "(.*)"/m);
  assert.equal(about.version, version);
  assert.equal(about.license, 'MIT');
  for (const name of ['keywords', 'engines', 'sideEffects', 'description'])
    assert.ok(about[name], name);
  assert.equal(about.dependencies, undefined);
});

test('publint has nothing to say', () => {
  const publint = join(ROOT, 'www/node_modules/publint/src/cli.js');
  const given = ['--strict', join(DIST, 'npm')];
  const { status, stdout } = spawnSync(process.execPath, [publint, ...given], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
  assert.match(stdout, /All good/);
});

test('the same sources give the same bytes', () => {
  const again = mkdtempSync(join(tmpdir(), 'dist-again-'));
  try {
    const script = join(ROOT, 'www/scripts/dist.mjs');
    execFileSync(process.execPath, [script, '--out', again], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const sums = (folder) => readFileSync(join(folder, 'SHA256SUMS'), 'utf8').split('\n');
    assert.deepEqual(sums(again), sums(DIST));
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
});
