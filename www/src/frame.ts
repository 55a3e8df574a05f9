/**
 * The page in an iframe, for pages that allow no script of ours: a playground with the attributes of the tag as parameters
 * of the address, and with the config of a link behind its `#`. Tells its height to the page around it, and nothing else.
 */
import { ATTRIBUTES } from './embed/attributes.ts';
import { decode, type LinkState } from './links/index.ts';
import { isLink } from './links/is-link.ts';
import { sayNotOpened } from './share/not-opened.ts';

/** `height` is that of the iframe, and the whole page is not in one. */
const TAKEN = ATTRIBUTES.filter((name) => name !== 'height');

const main = document.querySelector('main') ?? document.body;

async function open(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const state = await linked();
  const tag = document.createElement('pipeline-playground');
  for (const [name, value] of Object.entries(attributesOf(state))) tag.setAttribute(name, value);
  for (const name of TAKEN) {
    const value = parameters.get(name);
    if (value !== null) tag.setAttribute(name, value);
  }
  if (state.text !== undefined) tag.append(script(state.text));
  main.append(tag);
  const { documentElement: root } = document;
  root.lang = tag.getAttribute('lang') ?? root.lang;
  const theme = tag.getAttribute('theme') ?? '';
  if (['light', 'dark'].includes(theme)) root.style.colorScheme = theme;
}

/** What the link in the address carries. If it cannot be read, that is said above the playground. */
async function linked(): Promise<LinkState> {
  if (!isLink(location.hash)) return {};
  const decoded = await decode(location.hash);
  if (decoded.kind === 'link') return decoded.state;
  if (decoded.kind === 'error') {
    const line = document.createElement('p');
    line.role = 'alert';
    line.textContent = sayNotOpened(decoded.why, document.documentElement.lang);
    main.append(line);
  }
  return {};
}

function attributesOf({ view, stage, record, number, show }: LinkState): Record<string, string> {
  const all = {
    view,
    stage,
    number,
    record: record && `${record.source}[${record.index}]`,
    show: show?.join(' '),
  };
  return Object.fromEntries(
    Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined),
  );
}

function script(config: string): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = 'application/json';
  element.textContent = config;
  return element;
}

/** A height is no secret, so any page may get it. `resize.js` sets it there. */
new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: 'pipeline-playground:height', height }, '*');
}).observe(document.documentElement);

// The page around it may give the iframe another link.
addEventListener('hashchange', () => location.reload());

void open();
