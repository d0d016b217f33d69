import { completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { Annotation, EditorState, type Transaction } from '@codemirror/state'
import {
  EditorView,
  highlightActiveLine,
  keymap,
  placeholder,
  tooltips,
  type ViewUpdate,
} from '@codemirror/view'
import {
  memo,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { announce } from '../ui/LiveRegion.tsx'
import { wordOf } from '../ui/marks.ts'
import { t, useWords } from '../words/words.ts'
import { tagCompletion } from './editor-completion.ts'
import { cursorBehindHead, markKeys, toggleLock, toggleMark } from './editor-keys.ts'
import { editorLooks } from './editor-looks.ts'
import { drawnMarks, headAtCursor } from './editor-marks.ts'
import { lineInSight } from './editor-sight.ts'
import type { Edit } from './edits.ts'
import { placeAfter } from './given-place.ts'
import { editsIn, type LineChange, lineChangesIn } from './line-changes.ts'
import { headOf, type LineHead } from './mark-edits.ts'
import { MarkChips } from './MarkChips.tsx'
import type { TagSuggestions } from './tag-completion.ts'
import { changeBetween } from './text-change.ts'
import styles from './NoteEditor.module.css'

export interface NoteEditorHandle {
  focus(): void
  /** Puts the cursor at the end of a line, counted from 0. */
  goToLine(at: number): void
}

/** The note as it is kept. Its text is asked for seldom: a long one takes longer to read out than a key may take. */
export interface KeptNoteText {
  readonly text: () => string
  /** A key: kept before this returns. `text` gives all of it after the edits. */
  readonly edit: (edits: readonly Edit[], text: () => string) => void
  /** Calls back when the text became another by somebody else; gives the way to call it off. */
  readonly onGiven: (hear: () => void) => () => void
}

interface NoteEditorProps {
  readonly note: KeptNoteText
  /** Called at every key. */
  readonly onType?: () => void
  /** Called with the lines that changed, by whomever; with all of them at first. */
  readonly onLines?: (changes: readonly LineChange[]) => void
  readonly suggestions?: TagSuggestions
  /** "Notes with Ruth Adeyemi". */
  readonly label?: string
  readonly hint?: string
  readonly autoFocus?: boolean
  readonly ref?: Ref<NoteEditorHandle>
}

const none: LineHead = { mark: null, offRecord: false, from: 0, to: 0 }

/**
 * Plain text with marks: one thought per line; signs become squares, and what is typed is what is kept. It is drawn
 * again by what is typed into it, not by what goes on around it.
 */
export const NoteEditor = memo(function Editor({ ref, ...props }: NoteEditorProps): ReactNode {
  const { note } = props
  const words = useWords()
  const label = props.label ?? words('notes.label')
  const hint = props.hint ?? words('notes.hint')
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const latest = useRef(props)
  const [head, setHead] = useState(none)

  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    if (!host.current) return undefined
    const { autoFocus: focusFirst } = latest.current
    const first = note.text()
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
          lineInSight,
          tagCompletion(() => latest.current.suggestions ?? {}),
          // The pad shows nothing outside of itself.
          tooltips({ parent: document.body }),
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
            if (update.docChanged) {
              const { doc } = update.state
              if (!update.transactions.every(isGiven)) {
                note.edit(editsIn(update), () => doc.toString())
                latest.current.onType?.()
              }
              latest.current.onLines?.(lineChangesIn(update))
            }
            if (update.docChanged || update.selectionSet)
              setHead(sameOr(headAtCursor(update.state)))
            const left = lineLeft(update)
            if (left !== null) tell(left)
          }),
        ],
      }),
    })
    view.current = editor
    latest.current.onLines?.([{ at: 0, gone: Infinity, lines: editor.state.doc.toJSON() }])
    for (const typed of heardInThePad) host.current.addEventListener(typed, keepIn)
    const callOff = note.onGiven(() => {
      const [before, after] = [editor.state.doc.toString(), note.text()]
      const changes = changeBetween(before, after)
      if (!changes) return
      const { main } = editor.state.selection
      const selection = {
        anchor: placeAfter(before, after, main.anchor),
        head: placeAfter(before, after, main.head),
      }
      editor.dispatch({ changes, selection, annotations: fromOutside.of(true) })
    })
    setHead(headAtCursor(editor.state))
    if (focusFirst) editor.focus()
    return () => {
      callOff()
      editor.destroy()
    }
  }, [note, label, hint])

  useImperativeHandle(
    ref,
    () => ({
      focus: () => view.current?.focus(),
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
})

/** What happens at each key and only the pad hears; the page around it need not look who else might. */
const heardInThePad = ['keypress', 'keyup', 'beforeinput', 'textInput', 'input'] as const

function keepIn(typed: Event): void {
  typed.stopPropagation()
}

const fromOutside = Annotation.define<boolean>()

function isGiven(transaction: Transaction): boolean {
  return transaction.annotation(fromOutside) === true
}

/** Says how a line was understood when it is left, each line once. */
function sayOnce(): (line: string) => void {
  const said = new Set<string>()
  return (line) => {
    const { mark, offRecord } = headOf(line)
    if (mark === null || offRecord || said.has(line)) return
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
