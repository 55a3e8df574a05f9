/** Shows each widget as the MyST theme does: in a shadow root, with a model of its own. */
class Model extends EventTarget {
  #state;
  constructor(state) {
    super();
    this.#state = state;
  }
  get(name) {
    return this.#state[name];
  }
  set(name, value) {
    this.#state[name] = value;
    this.dispatchEvent(new CustomEvent(`change:${name}`, { detail: value }));
  }
  on(event, act) {
    this.addEventListener(event, act);
  }
  off(event, act) {
    this.removeEventListener(event, act);
  }
  save_changes() {}
}

for (const place of document.querySelectorAll('.myst-anywidget')) {
  const { default: widget } = await import(place.dataset.esm);
  const el = document.createElement('div');
  place.attachShadow({ mode: 'open' }).append(el);
  widget.render({ model: new Model(JSON.parse(place.dataset.model)), el });
}
