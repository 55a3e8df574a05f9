/** What builds the example sites, installed into .tools/hosts once for each version. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const tools = fileURLToPath(new URL('../../.tools/hosts', import.meta.url));
const MDBOOK = '0.5.4';

const env = {
  ...process.env,
  NO_MKDOCS_2_WARNING: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  // mdBook is built to be there soon, not to be fast.
  CARGO_PROFILE_RELEASE_OPT_LEVEL: '0',
  CARGO_PROFILE_RELEASE_LTO: 'off',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
  CARGO_PROFILE_RELEASE_DEBUG: '0',
};

export const run = (command, given, cwd, more) =>
  execFileSync(command, given, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, ...more },
  });

/** Installs, unless that was done for this list of what is wanted. */
function once(list, stamp, install) {
  if (existsSync(stamp) && readFileSync(stamp).equals(readFileSync(list))) return;
  install();
  cpSync(list, stamp);
}

/** Installs what a list of Python packages names into a folder of .tools, and returns the folder of its commands. */
export function installPython(list, place) {
  mkdirSync(place, { recursive: true });
  once(list, join(place, 'requirements.txt'), () => {
    run(process.env.PYTHON, ['-m', 'venv', '--clear', join(place, 'venv')]);
    run(join(place, 'venv/bin/pip'), ['install', '--quiet', '--requirement', list]);
  });
  return join(place, 'venv/bin');
}

/** By where tools come from: installs those of a site, and returns the folder of its commands. */
export const TOOLS = {
  pip: () => installPython(join(here, 'requirements.txt'), tools),

  cargo() {
    const mdbook = ['mdbook', '--version', MDBOOK, '--locked', '--no-default-features'];
    if (!existsSync(join(tools, 'bin/mdbook')) || !versionOf('mdbook').endsWith(` v${MDBOOK}`))
      run('cargo', ['install', ...mdbook, '--features', 'search', '--root', tools]);
    return join(tools, 'bin');
  },

  /** They are found beside the pages, so that the site is built where they are. */
  npm(name) {
    const folder = placeOf(name);
    mkdirSync(folder, { recursive: true });
    for (const file of ['package.json', '.npmrc'])
      cpSync(join(here, name, file), join(folder, file));
    const lock = join(here, name, 'package-lock.json');
    once(lock, join(folder, 'installed.json'), () => {
      cpSync(lock, join(folder, 'package-lock.json'));
      run('npm', ['ci'], folder);
    });
    return join(folder, 'node_modules/.bin');
  },
};

/** Where a site of npm's tools is built. */
export const placeOf = (name) => join(tools, name);

const versionOf = (tool) =>
  execFileSync(join(tools, 'bin', tool), ['--version'], { encoding: 'utf8' }).trim();
