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
    drawn: Drawn

    constructor(view: EditorView) {
      this.drawn = drawnOf(view.state, view.visibleRanges, view.hasFocus)
    }

    update(update: ViewUpdate): void {
      const { view, state } = update
      const isElsewhere = update.viewportChanged || update.focusChanged
      if (!isElsewhere && !update.docChanged && !update.selectionSet) return
      const again = isElsewhere ? null : drawnAgain(this.drawn, update, view.hasFocus)
      this.drawn = again ?? drawnOf(state, view.visibleRanges, view.hasFocus)
    }
  },
  {
    decorations: ({ drawn }) => drawn.lines,
    // The cursor steps over a square as over one sign.
    provide: (plugin) =>
      EditorView.atomicRanges.of((view) => view.plugin(plugin)?.drawn.heads ?? Decoration.none),
  },
)

/** How lines look, and the squares among that. */
export interface Drawn {
  readonly lines: DecorationSet
  readonly heads: DecorationSet
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Every line of those spans; `isOpen` where the cursor is at work, and the line it is on stands open. */
export function drawnOf(state: EditorState, spans: readonly Span[], isOpen: boolean): Drawn {
  return setsOf(looksOf(linesIn(state, spans), openLine(state, isOpen)))
}

type Moved = Pick<ViewUpdate, 'startState' | 'state' | 'changes'>

/** More lines than this at once are not typed. */
const fewLines = 40

/** As before, but for the lines that were touched, and those the cursor left and came to; null where these are many. */
export function drawnAgain(before: Drawn, moved: Moved, isOpen: boolean): Drawn | null {
  const touched = linesTouched(moved)
  if (touched === null) return null
  const { lines, heads } = looksOf(touched, openLine(moved.state, isOpen))
  const isOfOthers = (from: number): boolean =>
    !touched.some((line) => from >= line.from && from <= line.to)
  const anew = (set: DecorationSet, add: readonly Range<Decoration>[]): DecorationSet =>
    set.map(moved.changes).update({ filter: isOfOthers, add, sort: true })
  return { lines: anew(before.lines, [...lines, ...heads]), heads: anew(before.heads, heads) }
}

function linesTouched({ startState, state, changes }: Moved): Line[] | null {
  const cursors = [changes.mapPos(startState.selection.main.head), state.selection.main.head]
  const spans: Span[] = cursors.map((at) => ({ from: at, to: at }))
  changes.iterChangedRanges((...[, , from, to]) => {
    spans.push({ from, to })
  })
  const { doc } = state
  const found = new Map<number, Line>()
  for (const { from, to } of spans) {
    const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number]
    if (last - first + found.size > fewLines) return null
    for (let number = first; number <= last; number++) found.set(number, doc.line(number))
  }
  return [...found.values()]
}

function openLine(state: EditorState, isOpen: boolean): number | null {
  return isOpen ? state.doc.lineAt(state.selection.main.head).number : null
}

interface Looks {
  readonly lines: readonly Range<Decoration>[]
  readonly heads: readonly Range<Decoration>[]
}

function looksOf(shown: Iterable<Line>, open: number | null): Looks {
  const lines: Range<Decoration>[] = []
  const heads: Range<Decoration>[] = []
  for (const line of shown) {
    const head = headOf(line.text)
    if (head.offRecord && line.number !== open) {
      lines.push(...shut(line.from, line.to))
      continue
    }
    lines.push(...lineLooks(head, line.from))
    if (head.to > head.from) heads.push(squareOf(head).range(line.from, line.from + head.to))
  }
  return { lines, heads }
}

function setsOf({ lines, heads }: Looks): Drawn {
  return {
    lines: Decoration.set([...lines, ...heads], true),
    heads: Decoration.set([...heads], true),
  }
}

function* linesIn({ doc }: EditorState, spans: readonly Span[]): Generator<Line> {
  for (const { from, to } of spans) {
    for (let at = from; at <= to;) {
      const line = doc.lineAt(at)
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
