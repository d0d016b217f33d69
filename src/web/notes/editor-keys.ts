import { type ChangeSpec, EditorState, type Extension } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'
import type { Mark } from '../../notebook/notes/marks.ts'
import { marksInOrder, wordOf } from '../ui/marks.ts'
import { t } from '../words/words.ts'
import { headOf, isOnlyHead, type LineEdit, lockEdit, markEdit, unmarkEdit } from './mark-edits.ts'
import { keyOfMark, lockKey } from './mark-keys.ts'

export const markKeys: Extension = keymap.of([
  ...marksInOrder.map((mark) => ({
    key: `Alt-${keyOfMark(mark)}`,
    mac: `Ctrl-${keyOfMark(mark)}`,
    run: toggleMark(mark),
    preventDefault: true,
  })),
  { key: `Alt-${lockKey}`, mac: `Ctrl-${lockKey}`, run: toggleLock, preventDefault: true },
  { key: 'Backspace', run: unmark },
  { key: 'ArrowLeft', run: leftOverHead },
  { key: 'Enter', run: nextLine, shift: nextLine },
])

/** Sets the mark on every selected line, or takes it off where the first line has it. */
export function toggleMark(mark: Mark): Command {
  return (view) => {
    const taken = headOf(firstLine(view)).mark === mark
    editLines(view, (line) =>
      headOf(line).mark === mark && !taken ? null : markEditOf(line, mark, taken),
    )
    const words = taken ? t('notes.markTaken') : t('notes.markSet', { mark: t(wordOf(mark)) })
    view.dispatch({ effects: EditorView.announce.of(words) })
    return true
  }
}

function markEditOf(line: string, mark: Mark, taken: boolean): LineEdit | null {
  if (taken && headOf(line).mark !== mark) return null
  return markEdit(line, mark)
}

export function toggleLock(view: EditorView): boolean {
  const locked = headOf(firstLine(view)).offRecord
  editLines(view, (line) => (headOf(line).offRecord === locked ? lockEdit(line) : null))
  return true
}

function firstLine(view: EditorView): string {
  return view.state.doc.lineAt(view.state.selection.main.from).text
}

function editLines(view: EditorView, edit: (line: string) => LineEdit | null): void {
  const { doc, selection } = view.state
  const last = doc.lineAt(selection.main.to).number
  const changes: ChangeSpec[] = []
  for (let number = doc.lineAt(selection.main.from).number; number <= last; number++) {
    const line = doc.line(number)
    const made = edit(line.text)
    if (made)
      changes.push({ from: line.from + made.from, to: line.from + made.to, insert: made.insert })
  }
  view.dispatch({ changes, userEvent: 'input.mark', scrollIntoView: true })
}

/** A line begins where its words do: the cursor never stands in front of a square. */
export const cursorBehindHead: Extension = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.selection && !transaction.docChanged) return transaction
  const { main } = transaction.newSelection
  const line = transaction.newDoc.lineAt(main.head)
  const head = headOf(line.text)
  const words = line.from + head.to
  if (!main.empty || head.to === head.from || main.head >= words) return transaction
  return [transaction, { selection: { anchor: words }, sequential: true }]
})

/** To the left of the first word is the end of the line above. */
function leftOverHead(view: EditorView): boolean {
  const { main } = view.state.selection
  const line = view.state.doc.lineAt(main.head)
  const head = headOf(line.text)
  if (!main.empty || head.to === head.from || main.head !== line.from + head.to) return false
  if (line.from > 0) view.dispatch({ selection: { anchor: line.from - 1 }, scrollIntoView: true })
  return true
}

/** Backspace where the words begin turns the square back into its sign. */
function unmark(view: EditorView): boolean {
  const { main } = view.state.selection
  const line = view.state.doc.lineAt(main.head)
  const edit = unmarkEdit(line.text)
  if (!main.empty || !edit || main.head !== line.from + headOf(line.text).to) return false
  view.dispatch({
    changes: { from: line.from + edit.from, to: line.from + edit.to, insert: edit.insert },
    selection: { anchor: line.from + edit.from },
    userEvent: 'delete.mark',
  })
  return true
}

/** Enter goes on without a mark; on a line that is only a mark it takes the mark away. */
function nextLine(view: EditorView): boolean {
  const { main } = view.state.selection
  const line = view.state.doc.lineAt(main.head)
  const head = headOf(line.text)
  if (main.empty && isOnlyHead(line.text)) {
    view.dispatch({ changes: { from: line.from, to: line.to }, userEvent: 'delete.mark' })
    return true
  }
  const atHead = main.empty && head.to > head.from && main.head <= line.from + head.to
  const from = atHead ? line.from : main.from
  view.dispatch({
    changes: { from, to: atHead ? from : main.to, insert: view.state.lineBreak },
    selection: { anchor: atHead ? main.head + 1 : from + 1 },
    scrollIntoView: true,
    userEvent: 'input',
  })
  return true
}
