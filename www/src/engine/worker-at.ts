/**
 * Starts a module worker. A browser takes a worker's script only from the page's own origin, so one from elsewhere is
 * imported by a script that the page makes. The policy of the page may forbid that: then the worker fails.
 * The address is not resolved by `import.meta.url`, which webpack would take for a folder of files to bundle.
 */
export function workerAt(script: string): Worker {
  const url = new URL(script, location.href);
  if (url.origin === location.origin) return new Worker(url, { type: 'module' });
  const source = new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' });
  const own = URL.createObjectURL(source);
  const worker = new Worker(own, { type: 'module' });
  // Its script is loaded by then.
  worker.addEventListener('message', () => URL.revokeObjectURL(own), { once: true });
  worker.addEventListener('error', () => URL.revokeObjectURL(own), { once: true });
  return worker;
}
