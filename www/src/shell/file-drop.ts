import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { PartSpeaker } from '../strings/parts.ts';

/**
 * Takes files dropped anywhere on an element. It listens in the capture phase, before the editor, which would insert
 * the file's text at the pointer.
 */
export class FileDrop implements ReactiveController {
  /** A file is held over the element. */
  #over = false;
  #host: ReactiveControllerHost & HTMLElement;
  #take: (files: File[]) => void;
  #takes: () => boolean;
  #words: PartSpeaker;

  /** `takes`: whether a file can be taken now. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    take: (files: File[]) => void,
    takes: () => boolean,
    words: PartSpeaker,
  ) {
    this.#host = host;
    this.#take = take;
    this.#takes = takes;
    this.#words = words;
    host.addController(this);
  }

  /** What a file can be dropped on. */
  render() {
    return this.#over
      ? html`<div class="drop"><p>${this.#words.strings.config.drop}</p></div>`
      : nothing;
  }

  hostConnected(): void {
    for (const [type, listener] of this.#listeners)
      this.#host.addEventListener(type, listener, { capture: true });
  }

  hostDisconnected(): void {
    for (const [type, listener] of this.#listeners)
      this.#host.removeEventListener(type, listener, { capture: true });
  }

  #listeners: [string, (event: Event) => void][] = [
    ['dragover', (event) => this.#hover(event as DragEvent)],
    ['dragleave', (event) => this.#leave(event as DragEvent)],
    ['drop', (event) => this.#drop(event as DragEvent)],
  ];

  #hover(event: DragEvent): void {
    if (!this.#takes() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
    this.#show(true);
  }

  #leave(event: DragEvent): void {
    // If the pointer moved to a child, it is still inside.
    if (!event.relatedTarget || !this.#host.contains(event.relatedTarget as Node))
      this.#show(false);
  }

  #drop(event: DragEvent): void {
    if (!this.#takes() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    this.#show(false);
    this.#take([...event.dataTransfer.files]);
  }

  #show(over: boolean): void {
    if (this.#over === over) return;
    this.#over = over;
    this.#host.requestUpdate();
  }
}
