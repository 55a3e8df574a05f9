/** Marks an exception in the text: an underline, a sign in the gutter, and the message on hovering. */
import { type EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state';
import {
  type Command,
  Decoration,
  EditorView,
  GutterMarker,
  gutter,
  hoverTooltip,
  WidgetType,
} from '@codemirror/view';

interface Exception {
  /** Offsets in the document. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Marks an exception, or removes the mark. */
export const setException = StateEffect.define<Exception | undefined>();

const field = StateField.define<Exception | undefined>({
  create: () => undefined,
  update(exception, { changes, effects }) {
    for (const effect of effects) if (effect.is(setException)) return effect.value;
    return (
      exception && {
        ...exception,
        from: changes.mapPos(exception.from, 1),
        to: changes.mapPos(exception.to, 1),
      }
    );
  },
  provide: (field) => EditorView.decorations.from(field, decorate),
});

const range = Decoration.mark({ class: 'cm-exception' });

/** The mark at the end of a line, where there is nothing to underline. */
class Point extends WidgetType {
  override toDOM(): HTMLElement {
    return withClass('span', 'cm-exception-point');
  }
}
const point = Decoration.widget({ widget: new Point(), side: 1 });

function decorate(exception: Exception | undefined) {
  if (!exception) return Decoration.none;
  const { from, to } = exception;
  return Decoration.set(from < to ? range.range(from, to) : point.range(from));
}

class Sign extends GutterMarker {
  override toDOM(view: EditorView): HTMLElement {
    const sign = withClass('div', 'cm-exception-sign');
    sign.title = view.state.field(field)?.message ?? '';
    return sign;
  }
}

const signs = gutter({
  class: 'cm-exception-gutter',
  markers({ state }) {
    const line = lineOf(state);
    return line === undefined ? RangeSet.empty : RangeSet.of(new Sign().range(line));
  },
});

function lineOf(state: EditorState): number | undefined {
  const exception = state.field(field);
  return exception && state.doc.lineAt(Math.min(exception.from, state.doc.length)).from;
}

const message = hoverTooltip(({ state }, pos) => {
  const exception = state.field(field);
  if (!exception || pos < exception.from || pos > exception.to) return null;
  return {
    pos: exception.from,
    end: exception.to,
    above: true,
    create() {
      const dom = withClass('div', 'cm-exception-words');
      dom.textContent = exception.message;
      return { dom };
    },
  };
});

/** Moves the cursor to the exception, if there is one. */
export const goToException: Command = (view) => {
  const exception = view.state.field(field);
  if (!exception) return false;
  view.dispatch({ selection: { anchor: exception.from }, scrollIntoView: true });
  return true;
};

function withClass(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

export const exceptionMark = [field, signs, message];
