/** Installs Jupyter and marimo into .tools/notebooks, and puts the notebooks where they may write beside them. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPython } from '../hosts/tools.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const out = join(root, 'target/notebooks');

installPython(join(here, 'requirements.txt'), join(root, '.tools/notebooks'));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of ['widget.py', 'marimo_notebook.py', 'jupyter.ipynb'])
  cpSync(join(here, name), join(out, name));
