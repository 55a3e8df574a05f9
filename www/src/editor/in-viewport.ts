import { type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** Decorates what is in the viewport, again whenever that changes or an effect comes. */
export const inViewport = (decorate: (view: EditorView) => DecorationSet) =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = decorate(view);
      }

      update({ view, docChanged, viewportChanged, transactions }: ViewUpdate): void {
        if (docChanged || viewportChanged || transactions.some(({ effects }) => effects.length))
          this.decorations = decorate(view);
      }
    },
    { decorations: ({ decorations }) => decorations },
  );
