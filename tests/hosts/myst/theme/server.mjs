/**
 * A theme as small as can be, since MyST's own is fetched from its server, which a test must not need: pages of the
 * nodes that mystmd makes of the site's Markdown, with widgets shown as the MyST theme shows them.
 */
import { createServer } from 'node:http';

const { PORT, HOST = 'localhost', CONTENT_CDN_PORT, BASE_URL = '' } = process.env;

/** mystmd puts the built site's folder of files in place of this name. */
const ASSETS = '/myst_assets_folder';

const TAGS = { paragraph: 'p', heading: 'h2' };

function html({ type, value = '', url, children = [], ...node }) {
  if (type === 'text') return value;
  const inside = children.map(html).join('');
  if (type === 'link') return `<a href="${BASE_URL}${url.replace(/\/?$/, '/')}">${inside}</a>`;
  if (type === 'anywidget') {
    const model = JSON.stringify(node.model).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<div class="myst-anywidget" data-esm="${ASSETS}${node.esm}" data-model="${model}"></div>`;
  }
  const tag = TAGS[type];
  return tag ? `<${tag}>${inside}</${tag}>` : inside;
}

const page = ({ frontmatter, mdast }) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>${frontmatter.title}</title></head>
  <body>
    <button id="theme" onclick="document.documentElement.classList.toggle('dark')">Colours</button>
    <main><h1>${frontmatter.title}</h1>${html(mdast)}</main>
    <script type="module" src="${BASE_URL}/widgets.js"></script>
  </body>
</html>`;

const server = createServer(async ({ url }, response) => {
  const path = url.replace(/^\/|\/$/g, '') || 'index';
  const name = path.replace(/\.json$/, '');
  const content = await fetch(`http://localhost:${CONTENT_CDN_PORT}/content/${name}.json`);
  // mystmd asks for files that a site may have, and takes no for a failure.
  if (!content.ok) return response.end();
  const data = await content.json();
  response.end(path === name ? page(data) : JSON.stringify(data));
});
server.listen(Number(PORT), HOST, () => console.log(`http://${HOST}:${PORT}`));
