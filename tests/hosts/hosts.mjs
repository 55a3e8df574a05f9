/**
 * The example sites: how each is built by its own tools, and what a reader does in it. `page` and `other`: the addresses
 * of the page with two playgrounds and of one without. `toggle`: what is pressed, one after the other, to switch to
 * dark colours. `shadow`: the elements in whose shadow roots the playgrounds are.
 */
/**
 * @type {Record<string, {
 *   quick?: boolean, ours?: boolean, from?: string, tools?: 'pip' | 'npm' | 'cargo', build?: string[],
 *   env?: Record<string, string>, site: string, page: string, other: string, toggle?: string[],
 *   shadow?: string,
 * }>}
 */
export const HOSTS = {
  // The project's own site: `docs.spec.ts`.
  docs: {
    quick: true,
    ours: true,
    from: '../../docs',
    tools: 'pip',
    build: ['zensical', 'build', '--clean', '-f', 'zensical.toml'],
    site: 'site',
    page: '',
    other: '',
  },
  zensical: {
    quick: true,
    from: 'mkdocs',
    tools: 'pip',
    build: ['zensical', 'build', '--clean', '-f', 'mkdocs.yml'],
    site: 'site',
    page: '',
    other: 'other/',
    toggle: ['label[title="Dark"]'],
  },
  mkdocs: {
    quick: true,
    tools: 'pip',
    build: ['mkdocs', 'build', '--quiet', '--site-dir', 'site'],
    site: 'site',
    page: '',
    other: 'other/',
    toggle: ['label[title="Dark"]'],
  },
  sphinx: {
    quick: true,
    tools: 'pip',
    build: ['sphinx-build', '-q', '-W', '.', 'site'],
    site: 'site',
    page: 'index.html',
    other: 'other.html',
    toggle: ['.theme-toggle-header .theme-toggle, .theme-toggle'],
  },
  plain: { quick: true, site: '.', page: 'index.html', other: 'other.html' },
  mdbook: {
    tools: 'cargo',
    build: ['mdbook', 'build', '--dest-dir', 'site'],
    site: 'site',
    page: 'index.html',
    other: 'other.html',
    toggle: ['#mdbook-theme-toggle', '#mdbook-theme-coal'],
  },
  docusaurus: {
    tools: 'npm',
    build: ['docusaurus', 'build', '--out-dir', 'site'],
    site: 'site',
    page: '',
    other: 'other/',
    toggle: ['.navbar button[class*="toggleButton"]'],
  },
  starlight: {
    tools: 'npm',
    build: ['astro', 'build'],
    site: 'site',
    page: '',
    other: 'other/',
    toggle: ['starlight-theme-select select'],
  },
  myst: {
    tools: 'npm',
    build: ['myst', 'build', '--html', '--ci'],
    env: { BASE_URL: '/myst' },
    site: '_build/html',
    page: '',
    other: 'other/',
    toggle: ['#theme'],
    shadow: '.myst-anywidget',
  },
};
