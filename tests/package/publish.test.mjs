/** What is published: the newest at the root, and each version at an address that stays. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/publish.sh', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'publish-'));
const [origin, clone, site] = ['origin', 'clone', 'site'].map((name) => join(folder, name));
const env = { ...process.env };
for (const who of ['AUTHOR', 'COMMITTER'])
  Object.assign(env, { [`GIT_${who}_NAME`]: 'Test', [`GIT_${who}_EMAIL`]: 'test@example.com' });

const git = (...given) => execFileSync('git', given, { cwd: clone, env, encoding: 'utf8' });

before(() => {
  mkdirSync(clone);
  mkdirSync(site);
  execFileSync('git', ['init', '--quiet', '--bare', origin]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', origin);
  git('commit', '--quiet', '--allow-empty', '--message', 'Begin');
});
after(() => rmSync(folder, { recursive: true }));

function publish(content, ...version) {
  rmSync(site, { recursive: true });
  mkdirSync(join(site, 'assets'), { recursive: true });
  for (const [name, text] of Object.entries(content)) writeFileSync(join(site, name), text);
  return spawnSync(script, [site, ...version], { cwd: clone, env, encoding: 'utf8' });
}

function published() {
  git('fetch', '--quiet', 'origin');
  const names = git('ls-tree', '-r', '--name-only', 'origin/gh-pages').trim().split('\n');
  return Object.fromEntries(names.map((name) => [name, git('show', `origin/gh-pages:${name}`)]));
}

test('versions stay, and the newest takes the place of the one before', () => {
  assert.equal(publish({ 'index.html': 'one', 'assets/a.js': 'a' }).status, 0);
  assert.equal(publish({ 'index.html': 'one', 'embed.js': 'one' }, 'v1.0.0').status, 0);
  assert.equal(publish({ 'index.html': 'two' }).status, 0);
  assert.equal(publish({ 'index.html': 'two' }, 'v2.0.0').status, 0);
  assert.deepEqual(published(), {
    '.nojekyll': '',
    'index.html': 'two',
    'v1.0.0/embed.js': 'one',
    'v1.0.0/index.html': 'one',
    'v2.0.0/index.html': 'two',
  });
});

test('the same again changes nothing', () => {
  const commit = git('rev-parse', 'origin/gh-pages');
  assert.match(publish({ 'index.html': 'two' }).stdout, /Nothing has changed/);
  git('fetch', '--quiet', 'origin');
  assert.equal(git('rev-parse', 'origin/gh-pages'), commit);
});

test('what is not a version is refused', () => {
  assert.equal(publish({ 'index.html': 'x' }, '../x').status, 2);
});
