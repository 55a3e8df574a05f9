/**
 * A playground as an anywidget, for MyST, Jupyter and marimo, which all take such a module. Its traits are the tag's
 * attributes, with `_` for `-`, and `config`. A run sets `summary` and `error`.
 */
import type { PipelineEvents } from '../shell/run-events.ts';
import { ATTRIBUTES } from './attributes.ts';
import type { PipelinePlayground } from './pipeline-playground.ts';

/** What a host gives a widget. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, act: () => void): void;
  off(event: string, act: () => void): void;
}

/** Puts a playground into `el`, and keeps it and the model alike. Returns what takes it away. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  let playground: PipelinePlayground | undefined;
  /** A trait that says how a tag starts makes a new one. */
  const draw = (): void => {
    playground = made(model);
    el.replaceChildren(playground);
  };
  const takeConfig = (): void => {
    const text = configOf(model);
    if (playground && text !== undefined && text !== playground.config) playground.config = text;
  };
  const watched = new Map([
    ['change:config', takeConfig],
    ...ATTRIBUTES.map((name) => [`change:${traitOf(name)}`, draw] as const),
  ]);
  draw();
  for (const [event, act] of watched) model.on(event, act);
  return () => {
    for (const [event, act] of watched) model.off(event, act);
    el.replaceChildren();
  };
}

function made(model: Model): PipelinePlayground {
  // Another script may have defined the tag.
  const playground = document.createElement('pipeline-playground');
  for (const name of ATTRIBUTES) {
    const value = model.get(traitOf(name)) ?? model.get(name);
    if (value === true) playground.setAttribute(name, '');
    else if (typeof value === 'number' || (typeof value === 'string' && value !== ''))
      playground.setAttribute(name, String(value));
  }
  const text = configOf(model);
  if (text !== undefined) playground.config = text;
  const tell = (summary: string, error: string): void => {
    model.set('summary', summary);
    model.set('error', error);
    model.save_changes();
  };
  const on = <Name extends keyof PipelineEvents>(
    name: Name,
    act: (detail: PipelineEvents[Name]) => void,
  ) => playground.addEventListener(name, (event) => act((event as CustomEvent).detail));
  on('pipeline-run', ({ summary }) => tell(summary, ''));
  on('pipeline-error', ({ type, message }) => tell('', message ? `${type}: ${message}` : type));
  return playground;
}

/** The config's text. What is no text was JSON in the page's source. */
function configOf(model: Model): string | undefined {
  const config = model.get('config');
  if (typeof config === 'string') return config === '' ? undefined : config;
  return config ? JSON.stringify(config, undefined, 2) : undefined;
}

/** The name of an attribute as Python can write it. */
const traitOf = (attribute: string): string => attribute.replace('-', '_');

export const widget = { render };
