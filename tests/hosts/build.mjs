/**
 * Builds the example sites into target/hosts, each by its own tools from its registry, and puts the built playground
 * into each: `node build.mjs [names]`; without names, those that are quick; `--all`: all of them.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTS } from './hosts.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const tools = join(root, '.tools/hosts');
const out = join(root, 'target/hosts');
const run = (command, given, cwd) =>
  execFileSync(command, given, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env });
const env = { ...process.env, NO_MKDOCS_2_WARNING: '1' };

/** The Python tools, installed once for each version of the list. */
function venv() {
  const stamp = join(tools, 'requirements.txt');
  const wanted = join(here, 'requirements.txt');
  const isThere = existsSync(stamp) && readFileSync(stamp).equals(readFileSync(wanted));
  if (!isThere) {
    mkdirSync(tools, { recursive: true });
    run(process.env.PYTHON, ['-m', 'venv', '--clear', join(tools, 'venv')]);
    run(join(tools, 'venv/bin/pip'), ['install', '--quiet', '--requirement', wanted]);
    cpSync(wanted, stamp);
  }
  return join(tools, 'venv/bin');
}

/** Builds a site. Its sources are copied first, since some tools write beside them. */
function build(name, { from = name, build: command, site }) {
  const work = join(out, '.work', name);
  rmSync(work, { recursive: true, force: true });
  rmSync(join(out, name), { recursive: true, force: true });
  cpSync(join(here, from), work, { recursive: true });
  if (command) {
    const [tool, ...given] = command;
    run(join(venv(), tool), given, work);
  }
  cpSync(join(work, site), join(out, name), { recursive: true });
  cpSync(join(root, 'www/dist'), join(out, name, 'playground'), { recursive: true });
  console.log(`built ${name}`);
}

const wanted = process.argv.slice(2);
const all = wanted.includes('--all');
for (const [name, host] of Object.entries(HOSTS)) {
  if (!all && (wanted.length ? !wanted.includes(name) : !host.quick)) continue;
  if (process.env.PYTHON || !host.build) build(name, host);
  else if (process.env.CI) throw new Error(`${name} needs a Python from 3.11 on`);
  else console.log(`\nSKIPPED: ${name} was not built, since no Python from 3.11 on was found.\n`);
}
