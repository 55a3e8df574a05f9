/**
 * Builds the example sites into target/hosts, each by its own tools from its registry, and puts the built playground
 * into each: `node build.mjs [names]`; without names, those that are quick; `--all`: all of them; `--install`: only
 * installs the tools of the quick ones.
 */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTS } from './hosts.mjs';
import { placeOf, run, TOOLS } from './tools.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const out = join(root, 'target/hosts');

/** Installs the tools of a site, if it has any, and returns the folder of their commands. */
const install = (name, { from = name, tools }) => tools && TOOLS[tools](from);

/** Builds a site. Its sources are copied first, since some tools write beside them. */
function build(name, host) {
  const { from = name, tools, build: command, env, site } = host;
  const bin = install(name, host);
  const work = tools === 'npm' ? placeOf(from) : join(out, '.work', name);
  empty(work);
  rmSync(join(out, name), { recursive: true, force: true });
  cpSync(join(here, from), work, { recursive: true });
  if (command) {
    const [tool, ...given] = command;
    run(join(bin, tool), given, work, env);
  }
  cpSync(join(work, site), join(out, name), { recursive: true });
  cpSync(join(root, 'www/dist'), join(out, name, 'playground'), { recursive: true });
  console.log(`built ${name}`);
}

/** Empties a folder, but for what was installed into it. */
function empty(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name !== 'node_modules' && name !== 'installed.json')
      rmSync(join(folder, name), { recursive: true });
}

const wanted = process.argv.slice(2);
const all = wanted.includes('--all');
const names = wanted.filter((one) => !one.startsWith('--'));
const make = wanted.includes('--install') ? install : build;
for (const [name, host] of Object.entries(HOSTS)) {
  if (!all && (names.length ? !names.includes(name) : !host.quick)) continue;
  if (process.env.PYTHON || host.tools !== 'pip') make(name, host);
  else if (process.env.CI) throw new Error(`${name} needs a Python from 3.11 on`);
  else console.log(`\nSKIPPED: ${name} was not built, since no Python from 3.11 on was found.\n`);
}
