import { isolateHistory, undo } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { placeOf } from '../editor/place.ts';
import { readOnly, writable } from '../editor/setup.ts';
import type { RunError, TextEdit } from '../engine/protocol.ts';
import { send } from '../events.ts';
import { base } from '../styles/base.ts';

/** Marks a change that the page made and knows of, so that it is not reported back to it. */
const ours = Annotation.define<true>();

/**
 * The config in a CodeMirror editor. Says `pp-text` (detail: the text) after every change by the learner, undo
 * included. While the beginning of a big file is shown, the text waits with its history, and comes back.
 */
@customElement('pp-editor')
export class PpEditor extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        block-size: var(--_editor-height);
      }

      /* An outline would lie under the editor's own layers; this lies over them. */
      :host(:focus-within)::after {
        content: '';
        position: absolute;
        inset: 0;
        z-index: 600;
        border: 2px solid var(--_accent);
        border-end-start-radius: calc(var(--_radius) - 1px);
        border-end-end-radius: calc(var(--_radius) - 1px);
        pointer-events: none;
      }

      .editor {
        block-size: 100%;
      }
    `,
  ];

  /** The text to begin with. */
  @property({ attribute: false }) start = '';
  /** The exception that is marked, if any. */
  @property({ attribute: false }) error: RunError | undefined;

  #view: EditorView | undefined;
  #waiting: EditorState | undefined;
  #changes = EditorView.updateListener.of((update) => {
    if (!update.docChanged || update.transactions.some((one) => one.annotation(ours))) return;
    send(this, 'pp-text', update.state.doc.toString());
  });

  override render() {
    return html`<div class="editor"></div>`;
  }

  override firstUpdated(): void {
    this.#mount(EditorState.create({ doc: this.start, extensions: [writable, this.#changes] }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#view) this.#mount(this.#view.state);
  }

  /** A view listens to the window: it must not outlive its place in the page. Its state does, if the element returns. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.destroy();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('error')) this.#mark();
  }

  /** One edit, as if typed: the cursor, the scroll position and the history stay. */
  apply(edit: TextEdit): void {
    const { start: from, end: to, insert } = edit;
    this.#view?.dispatch({ changes: { from, to, insert }, annotations: isolateHistory.of('full') });
  }

  /** Another text altogether; undo brings the old one back. Not reported. */
  replace(text: string): void {
    this.showText();
    const view = this.#view;
    view?.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      annotations: [ours.of(true), isolateHistory.of('full')],
      scrollIntoView: true,
    });
  }

  /** Takes back the newest change, for a learner who cannot know that Ctrl+Z would. */
  undo(): void {
    if (this.#view) undo(this.#view);
  }

  override focus(): void {
    this.#view?.focus();
  }

  showHead(text: string): void {
    const view = this.#view;
    if (!view) return;
    this.#waiting ??= view.state;
    view.setState(EditorState.create({ doc: text, extensions: readOnly }));
  }

  /** Brings the text back, where the beginning of a file is shown, and tells what it is. */
  showText(): string {
    if (this.#waiting) this.#view?.setState(this.#waiting);
    this.#waiting = undefined;
    return this.#view?.state.doc.toString() ?? this.start;
  }

  /** True where the exception's place is in what is shown. */
  shows(error: RunError): boolean {
    return this.#view !== undefined && placeOf(this.#view.state.doc, error) !== undefined;
  }

  /** Puts the cursor at the exception, in the middle of the editor, and moves the focus there. */
  goTo(error: RunError): void {
    const view = this.#view;
    const place = view && placeOf(view.state.doc, error);
    if (!place) return;
    view.dispatch({
      selection: { anchor: place.from },
      effects: EditorView.scrollIntoView(place.from, { y: 'center' }),
    });
    view.focus();
  }

  #mount(state: EditorState): void {
    const parent = this.renderRoot.querySelector('.editor');
    if (parent) this.#view = new EditorView({ state, parent, root: this.renderRoot as ShadowRoot });
  }

  #mark(): void {
    const view = this.#view;
    if (!view) return;
    const place = this.error && placeOf(view.state.doc, this.error);
    const marks =
      this.error && place
        ? [
            {
              ...place,
              severity: 'error' as const,
              message: `${this.error.type}: ${this.error.message}`,
            },
          ]
        : [];
    view.dispatch(setDiagnostics(view.state, marks));
  }
}
