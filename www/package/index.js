/** The engine where there is `fetch`: in browsers, and for bundlers, which put the wasm beside their own files. */
import init from './pipeline_playground.js';

export * from './pipeline_playground.js';
export { init as default };

let loading;

export function load(wasm) {
  const given = wasm === undefined ? undefined : { module_or_path: wasm };
  loading ??= init(given).catch((problem) => {
    loading = undefined;
    throw problem;
  });
  return loading.then(() => {});
}
