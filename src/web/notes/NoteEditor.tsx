import { completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { Annotation, ChangeSet, EditorState, type Transaction } from '@codemirror/state'
import {
  EditorView,
  highlightActiveLine,
  keymap,
  placeholder,
  type ViewUpdate,
} from '@codemirror/view'
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { announce } from '../ui/LiveRegion.tsx'
import { wordOf } from '../ui/marks.ts'
import { t, useWords } from '../words/words.ts'
import { tagCompletion } from './editor-completion.ts'
import { cursorBehindHead, markKeys, toggleLock, toggleMark } from './editor-keys.ts'
import { editorLooks } from './editor-looks.ts'
import { drawnMarks, headAtCursor } from './editor-marks.ts'
import { type HandOver, handingOver } from './hand-over.ts'
import { headOf, type LineHead } from './mark-edits.ts'
import { MarkChips } from './MarkChips.tsx'
import type { TagSuggestions } from './tag-completion.ts'
import { changeBetween } from './text-change.ts'
import styles from './NoteEditor.module.css'

export interface NoteEditorHandle {
  focus(): void
  /** Tells what was typed and not told yet: a long note is told less often than at every key. */
  handOver(): void
  /** Puts the cursor at the end of a line, counted from 0. */
  goToLine(at: number): void
}

interface NoteEditorProps {
  /** The note as it is kept; when it changes from outside, only what differs is replaced. */
  readonly text: string
  /** Called at every key; of a note so long that this would be felt, more seldom (hand-over.ts). */
  readonly onChange: (text: string) => void
  /** Called with a line when the cursor leaves it, and with every line when it is left for good. */
  readonly onLeaveLine?: (line: string) => void
  readonly suggestions?: TagSuggestions
  /** "Notes with Ruth Adeyemi". */
  readonly label?: string
  readonly hint?: string
  readonly autoFocus?: boolean
  readonly ref?: Ref<NoteEditorHandle>
}

const none: LineHead = { mark: null, offRecord: false, from: 0, to: 0 }

/** Plain text with marks: one thought per line; signs become squares, and what is typed is what is kept. */
export function NoteEditor({ ref, ...props }: NoteEditorProps): ReactNode {
  const { text } = props
  const words = useWords()
  const label = props.label ?? words('notes.label')
  const hint = props.hint ?? words('notes.hint')
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const latest = useRef(props)
  const over = useRef<HandOver>(null)
  // What was last told or given, and what was typed since.
  const standing = useRef(text)
  const since = useRef<ChangeSet>(null)
  const [head, setHead] = useState(none)

  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    if (!host.current) return undefined
    const { text: first, autoFocus: focusFirst } = latest.current
    standing.current = first.replaceAll(/\r\n?/g, '\n')
    const tell = sayOnce()
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first,
        ...(focusFirst ? { selection: { anchor: first.length } } : {}),
        extensions: [
          history(),
          EditorView.lineWrapping,
          highlightActiveLine(),
          placeholder(hint),
          drawnMarks,
          cursorBehindHead,
          markKeys,
          tagCompletion(() => latest.current.suggestions ?? {}),
          keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          EditorView.contentAttributes.of({
            'aria-label': label,
            tabindex: '0',
            autocapitalize: 'sentences',
            autocorrect: 'on',
            spellcheck: 'true',
          }),
          editorLooks,
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some(isGiven)) {
              since.current = since.current?.compose(update.changes) ?? update.changes
              over.current?.typed()
            }
            if (update.docChanged || update.selectionSet)
              setHead(sameOr(headAtCursor(update.state)))
            const left = lineLeft(update)
            if (left === null) return
            latest.current.onLeaveLine?.(left)
            tell(left)
          }),
        ],
      }),
    })
    view.current = editor
    const handed = handingOver(() => {
      since.current = null
      standing.current = editor.state.doc.toString()
      latest.current.onChange(standing.current)
    })
    over.current = handed
    addEventListener('pagehide', handed.now)
    document.addEventListener('visibilitychange', handed.now)
    setHead(headAtCursor(editor.state))
    if (focusFirst) editor.focus()
    return () => {
      handed.now()
      removeEventListener('pagehide', handed.now)
      document.removeEventListener('visibilitychange', handed.now)
      editor.destroy()
    }
  }, [label, hint])

  useEffect(() => {
    const editor = view.current
    if (!editor || text === standing.current) return
    const wanted = text.replaceAll(/\r\n?/g, '\n')
    const change = changeBetween(standing.current, wanted)
    const given = ChangeSet.of(change ?? [], standing.current.length)
    standing.current = wanted
    // What was typed meanwhile stays, around what came from outside.
    const typed = since.current
    if (typed) since.current = typed.map(given, true)
    editor.dispatch({
      changes: typed ? given.map(typed) : given,
      annotations: fromOutside.of(true),
    })
  }, [text])

  useImperativeHandle(
    ref,
    () => ({
      focus: () => view.current?.focus(),
      handOver: () => over.current?.now(),
      goToLine(at) {
        const editor = view.current
        if (!editor) return
        const line = editor.state.doc.line(Math.min(at + 1, editor.state.doc.lines))
        editor.dispatch({ selection: { anchor: line.to }, scrollIntoView: true })
        editor.focus()
      },
    }),
    [],
  )

  function press(deed: (editor: EditorView) => boolean): void {
    if (!view.current) return
    deed(view.current)
    view.current.focus()
  }

  return (
    <div className={styles.notes}>
      <div ref={host} className={styles.pad} />
      <MarkChips
        mark={head.mark}
        offRecord={head.offRecord}
        onMark={(mark) => press(toggleMark(mark))}
        onLock={() => press(toggleLock)}
      />
    </div>
  )
}

const fromOutside = Annotation.define<boolean>()

function isGiven(transaction: Transaction): boolean {
  return transaction.annotation(fromOutside) === true
}

/** Says how a line was understood when it is left, each line once. */
function sayOnce(): (line: string) => void {
  const said = new Set<string>()
  return (line) => {
    const { mark } = headOf(line)
    if (mark === null || said.has(line)) return
    said.add(line)
    announce(t('notes.understoodAs', { mark: t(wordOf(mark)) }))
  }
}

/** Spares the chips a drawing when the mark is the same. */
function sameOr(next: LineHead): (now: LineHead) => LineHead {
  return (now) => (now.mark === next.mark && now.offRecord === next.offRecord ? now : next)
}

/** The line that the cursor was on and is not any more. */
function lineLeft(update: ViewUpdate): string | null {
  const before = update.startState.doc.lineAt(update.startState.selection.main.head)
  if (update.focusChanged && !update.view.hasFocus) return before.text
  if (!update.selectionSet && !update.docChanged) return null
  const stays = update.changes.mapPos(before.from, 1)
  const now = update.state.doc.lineAt(update.state.selection.main.head)
  return stays === now.from ? null : update.state.doc.lineAt(stays).text
}
