import type { EditorState, Extension, Line, Range } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import type { Mark } from '../../notebook/notes/marks.ts'
import { familyOf, wordOf } from '../ui/marks.ts'
import { t } from '../words/words.ts'
import { headOf, type LineHead } from './mark-edits.ts'
import styles from './NoteEditor.module.css'

/**
 * Draws the marks of the lines in sight: the sign and its space become a square in the gutter, quotes
 * turn italic, a line off the record closes as soon as the cursor leaves it. The text stays as typed.
 */
export const drawnMarks: Extension = ViewPlugin.fromClass(
  class {
    lines: DecorationSet
    heads: DecorationSet

    constructor(view: EditorView) {
      ;({ lines: this.lines, heads: this.heads } = drawn(view))
    }

    update(update: ViewUpdate): void {
      if (
        update.docChanged ||
        update.viewportChanged ||
        update.selectionSet ||
        update.focusChanged
      ) {
        ;({ lines: this.lines, heads: this.heads } = drawn(update.view))
      }
    }
  },
  {
    decorations: (plugin) => plugin.lines,
    // The cursor steps over a square as over one sign.
    provide: (plugin) =>
      EditorView.atomicRanges.of((view) => view.plugin(plugin)?.heads ?? Decoration.none),
  },
)

interface Drawn {
  readonly lines: DecorationSet
  readonly heads: DecorationSet
}

function drawn(view: EditorView): Drawn {
  const looks: Range<Decoration>[] = []
  const heads: Range<Decoration>[] = []
  const open = view.hasFocus ? view.state.doc.lineAt(view.state.selection.main.head).number : null
  for (const line of linesInSight(view)) {
    const head = headOf(line.text)
    if (head.offRecord && line.number !== open) {
      looks.push(...shut(line.from, line.to))
      continue
    }
    looks.push(...lineLooks(head, line.from))
    if (head.to > head.from) heads.push(squareOf(head).range(line.from, line.from + head.to))
  }
  return { lines: Decoration.set([...looks, ...heads], true), heads: Decoration.set(heads) }
}

function* linesInSight(view: EditorView): Generator<Line> {
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at)
      yield line
      at = line.to + 1
    }
  }
}

const quoteLine = Decoration.line({ class: styles.quote ?? '' })
const offLine = Decoration.line({ class: styles.off ?? '' })
const shutLine = Decoration.line({ class: styles.shut ?? '' })

function lineLooks(head: LineHead, from: number): Range<Decoration>[] {
  const looks: Range<Decoration>[] = []
  if (head.mark === '"') looks.push(quoteLine.range(from))
  if (head.offRecord) looks.push(offLine.range(from))
  return looks
}

function shut(from: number, to: number): Range<Decoration>[] {
  const closed = Decoration.replace({ widget: new ClosedLine() })
  return [shutLine.range(from), closed.range(from, to)]
}

function squareOf(head: LineHead): Decoration {
  return Decoration.replace({ widget: new Square(head.mark, head.offRecord) })
}

class Square extends WidgetType {
  readonly mark: Mark | null
  readonly offRecord: boolean

  constructor(mark: Mark | null, offRecord: boolean) {
    super()
    this.mark = mark
    this.offRecord = offRecord
  }

  override eq(other: Square): boolean {
    return other.mark === this.mark && other.offRecord === this.offRecord
  }

  toDOM(): HTMLElement {
    const head = element('span', styles.head)
    const words = [
      this.offRecord ? t('mark.off') : null,
      this.mark === null ? null : t(wordOf(this.mark)),
    ]
    head.setAttribute('role', 'img')
    head.setAttribute('aria-label', words.filter(Boolean).join(', '))
    if (this.offRecord) head.append(square('off', lockIcon()))
    else if (this.mark !== null) head.append(square(familyOf(this.mark), this.mark))
    if (!this.offRecord || this.mark === null) return head
    const both = element('span')
    both.append(head, square(familyOf(this.mark), this.mark, styles.beside))
    return both
  }

  override ignoreEvent(): boolean {
    return false
  }
}

class ClosedLine extends WidgetType {
  override eq(): boolean {
    return true
  }

  toDOM(): HTMLElement {
    const closed = element('span', styles.closed)
    const words = element('span', styles.closedWords)
    words.textContent = t('notes.off')
    closed.append(lockIcon(), words)
    return closed
  }

  override ignoreEvent(): boolean {
    return false
  }
}

function square(family: string, sign: string | Node, more = ''): HTMLElement {
  const made = element('span', `${styles.square} ${more}`)
  made.dataset['family'] = family
  made.ariaHidden = 'true'
  made.append(sign)
  return made
}

function element(name: 'span', classes = ''): HTMLElement {
  const made = document.createElement(name)
  made.className = classes
  return made
}

const svg = 'http://www.w3.org/2000/svg'

function lockIcon(): SVGElement {
  const icon = document.createElementNS(svg, 'svg')
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-linecap': 'round',
    'aria-hidden': 'true',
  })) {
    icon.setAttribute(name, value)
  }
  for (const d of [
    'M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z',
    'M7 11V7a5 5 0 0 1 10 0v4',
  ]) {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', d)
    icon.append(path)
  }
  return icon
}

/** The mark of the line the cursor is on; the chips show it. */
export function headAtCursor(state: EditorState): LineHead {
  return headOf(state.doc.lineAt(state.selection.main.head).text)
}
