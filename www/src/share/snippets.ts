/** What a course's author puts into a page, for each program that makes pages. Pure functions. */
export const HOSTS = [
  'html',
  'mkdocs',
  'myst',
  'rst',
  'docusaurus',
  'starlight',
  'mdbook',
  'iframe',
] as const;
export type HostName = (typeof HOSTS)[number];

export interface Embedded {
  /** The folder with `embed.js`, `frame.html` and `resize.js`. */
  readonly folder: string;
  /** The attributes of the tag, in order. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Undefined if it is a file beside the page. */
  readonly config: string | undefined;
  /** The summary, or the exception, which is seen until the playground runs. */
  readonly outcome: string | undefined;
  /** For an iframe: a link that carries the config, without its `#`. */
  readonly hash: string;
}

export interface Snippet {
  /** What is put into a file once for all pages. */
  readonly site?: { readonly file: string; readonly text: string };
  /** What is put where the playground is to be. */
  readonly place: string;
}

export const snippetFor = (host: HostName, embedded: Embedded): Snippet => SNIPPETS[host](embedded);

/** The tag, in an element that Python-Markdown also knows as a block and so leaves as it is. No line is blank. */
export const tagOf = (embedded: Embedded): string => tagWith(embedded, (json) => json, escaped);

/** `inScript`, `inPre`: how the two texts inside are written. */
function tagWith(
  { attributes, config, outcome }: Embedded,
  inScript: (json: string) => string,
  inPre: (text: string) => string,
): string {
  const pairs = attributes.map(([name, value]) => ` ${name}="${attribute(value)}"`).join('');
  const inside = [
    config !== undefined &&
      `<script type="application/json">${inScript(embeddable(config))}</script>`,
    outcome !== undefined && `<pre>${inPre(outcome)}</pre>`,
  ].filter((line) => line !== false);
  const tag = [`<pipeline-playground${pairs}>`, ...inside, '</pipeline-playground>'];
  return ['<div>', ...tag, '</div>'].join('\n');
}

/**
 * The config as it can be in a script: without blank lines, which would end the HTML in Markdown, and without what would
 * end the script, start a comment in it, or not be written as UTF-8. JSON means the same then.
 */
export const embeddable = (config: string): string =>
  config
    .split('\n')
    .filter((line) => /[^ \t]/.test(line))
    .join('\n')
    .replaceAll('</', '<\\/')
    .replaceAll('<!--', '<!\\u002d-')
    .replace(/\p{Surrogate}/gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (one) => ENTITIES[one] ?? one);
const attribute = (text: string): string =>
  escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

const script = ({ folder }: Embedded): string =>
  `<script type="module" src="${attribute(folder)}embed.js"></script>`;

const SNIPPETS: Record<HostName, (embedded: Embedded) => Snippet> = {
  html: (embedded) => ({ place: `${script(embedded)}\n${tagOf(embedded)}` }),
  mkdocs: (embedded) => ({
    site: {
      file: 'mkdocs.yml',
      text: `extra_javascript:\n  - path: ${embedded.folder}embed.js\n    type: module`,
    },
    place: tagOf(embedded),
  }),
  myst: (embedded) => ({
    site: sphinx(embedded),
    place: `\`\`\`{raw} html\n${tagOf(embedded)}\n\`\`\``,
  }),
  rst: (embedded) => ({
    site: sphinx(embedded),
    place: `.. raw:: html\n\n${tagOf(embedded).replace(/^/gm, '   ')}`,
  }),
  docusaurus: (embedded) => ({
    site: {
      file: 'docusaurus.config.js',
      text: `scripts: [{ src: ${quoted(`${embedded.folder}embed.js`)}, type: 'module' }],`,
    },
    place: tagWith(embedded, template, template),
  }),
  starlight: (embedded) => ({
    site: {
      file: 'astro.config.mjs',
      text: `head: [{ tag: 'script', attrs: { type: 'module', src: ${quoted(`${embedded.folder}embed.js`)} } }],`,
    },
    place: tagOf(embedded),
  }),
  mdbook: (embedded) => ({
    site: { file: 'theme/head.hbs', text: script(embedded) },
    place: tagOf(embedded),
  }),
  iframe: ({ folder, attributes, hash }) => {
    const address = new URL('frame.html', folder);
    for (const [name, value] of attributes) address.searchParams.append(name, value);
    address.hash = hash;
    return {
      place: [
        `<iframe src="${attribute(address.href)}" title="Pipeline playground" loading="lazy"`,
        '  width="100%" height="500" frameborder="0"></iframe>',
        `<script src="${attribute(folder)}resize.js"></script>`,
      ].join('\n'),
    };
  },
};

const sphinx = ({ folder }: Embedded) => ({
  file: 'conf.py',
  text: `html_js_files = [(${quoted(`${folder}embed.js`)}, {"type": "module"})]`,
});

const quoted = (text: string): string => JSON.stringify(text);

/** A text with braces, in MDX. React leaves it as it is in a script, and escapes it elsewhere. */
const template = (text: string): string => `{\`${text.replace(/\\|`|\$\{/g, '\\$&')}\`}`;
