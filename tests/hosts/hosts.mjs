/**
 * The example sites: how each is built by its own tools, and what a reader does in it. `page` and `other`: the addresses
 * of the page with two playgrounds and of one without. `toggle`: the button that switches to dark colours.
 */
/**
 * @type {Record<string, {
 *   quick?: boolean, ours?: boolean, from?: string, build?: string[], site: string, page: string, other: string, toggle?: string,
 * }>}
 */
export const HOSTS = {
  // The project's own site: `docs.spec.ts`.
  docs: {
    quick: true,
    ours: true,
    from: '../../docs',
    build: ['zensical', 'build', '--clean', '-f', 'zensical.toml'],
    site: 'site',
    page: '',
    other: '',
  },
  zensical: {
    quick: true,
    from: 'mkdocs',
    build: ['zensical', 'build', '--clean', '-f', 'mkdocs.yml'],
    site: 'site',
    page: '',
    other: 'other/',
    toggle: 'label[title="Dark"]',
  },
  mkdocs: {
    quick: true,
    build: ['mkdocs', 'build', '--quiet', '--site-dir', 'site'],
    site: 'site',
    page: '',
    other: 'other/',
    toggle: 'label[title="Dark"]',
  },
  sphinx: {
    quick: true,
    build: ['sphinx-build', '-q', '-W', '.', 'site'],
    site: 'site',
    page: 'index.html',
    other: 'other.html',
    toggle: '.theme-toggle-header .theme-toggle, .theme-toggle',
  },
  plain: { quick: true, site: '.', page: 'index.html', other: 'other.html' },
};
