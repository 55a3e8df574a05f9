/**
 * The first script of each page of `site.ts`. Notes what the page complains of, since WebDriver has no way to ask for the
 * console, and which workers it starts.
 */
globalThis.complaints = [];
globalThis.workers = [];

for (const level of ['error', 'warn']) {
  const say = console[level];
  console[level] = (...words) => {
    complaints.push(words.join(' '));
    say.apply(console, words);
  };
}
addEventListener(
  'error',
  ({ message, target }) => {
    // For Firefox it is an error to preload a module that is there already.
    if (target.rel !== 'modulepreload')
      complaints.push(message ?? `not loaded: ${target.outerHTML}`);
  },
  true,
);
addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  // Asked for by the browser, not by the page.
  if (!blockedURI.endsWith('/favicon.ico'))
    complaints.push(`${violatedDirective} refuses ${blockedURI}`);
});

globalThis.Worker = class extends Worker {
  constructor(address, options) {
    super(address, options);
    workers.push(String(address));
  }
};
