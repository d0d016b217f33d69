import { type ReactNode, useCallback, useRef, useState } from 'react'
import { NoteEditor, type NoteEditorHandle } from '../notes/NoteEditor.tsx'
import type { UnderstoodItem } from '../notes/understood-groups.ts'
import { UnderstoodPanel, UnderstoodSheet } from '../notes/UnderstoodPanel.tsx'
import { useUnderstood } from '../notes/use-understood.ts'
import { useKeyboardInset } from '../shell/keyboard-inset.ts'
import { Page } from '../shell/Page.tsx'
import { useWall } from '../shell/wall.ts'
import { useWords } from '../words/words.ts'
import { BothKept } from './BothKept.tsx'
import { DuringHead } from './DuringHead.tsx'
import { KeptLine } from './KeptLine.tsx'
import { withLine, withSpeaker } from './line-tags.ts'
import { namesInWords } from './names.ts'
import type { LeftDraft } from './note-draft.ts'
import { TalkTimer } from './TalkTimer.tsx'
import type { Conversation, Note } from './types.ts'
import { useFinish } from './use-finish.ts'
import { useLineArrival } from './use-line-arrival.ts'
import { useNoteKeeper } from './use-note-keeper.ts'
import { useReading, useSuggestions, useUnderstoodWords } from './use-reading.ts'
import { useStarted } from './use-started.ts'
import styles from './During.module.css'

interface DuringProps {
  readonly conversation: Conversation
  readonly note: Note
  /** What a window before this one wrote, and did not see kept. */
  readonly left: LeftDraft | undefined
}

export function During({ conversation, note, left }: DuringProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const editor = useRef<NoteEditorHandle>(null)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const keeper = useNoteKeeper(note, left)
  const reading = useReading(conversation, wall)
  const { understood, onLines, placeOf } = useUnderstood(reading)
  const suggestions = useSuggestions(conversation)
  const fieldInWords = useUnderstoodWords()
  const begin = useStarted(conversation, wall)
  const { isFinishing, finish } = useFinish(conversation.id, keeper, wall)
  useKeyboardInset()
  useLineArrival(editor, note)

  const { people } = conversation
  const name = people.length > 0 ? namesInWords(people, wall) : t('conversations.list.nobody')

  // Who writes goes on at the end; who reads finds what was said off the record closed.
  const mayFocus = conversation.heldOn === null && !note.lines.at(-1)?.offRecord

  const flush = useCallback(() => keeper.flush(), [keeper])
  const openSheet = useCallback(() => setSheetOpen(true), [])
  const onCorrect = useCallback(
    (item: UnderstoodItem) => {
      const at = placeOf(item)
      if (at >= 0) editor.current?.goToLine(at)
    },
    [placeOf],
  )
  const onSpeaker = useCallback(
    (item: UnderstoodItem, speaker: string) => {
      keeper.type(withLine(keeper.text(), placeOf(item), (line) => withSpeaker(line, speaker)))
      begin()
    },
    [keeper, begin, placeOf],
  )
  const panel = { understood, wall, fieldInWords, onCorrect, speakers: people, onSpeaker }

  return (
    <Page
      title={t('conversations.during.title', { name })}
      windowTitle={t('place.conversation')}
      bare
      ownBar
      dock="none"
    >
      <div className={styles.columns}>
        <section
          className={styles.sheet}
          aria-label={t('conversations.during.notesWith', { name })}
        >
          <DuringHead
            conversation={conversation}
            name={name}
            understood={understood}
            onOpen={openSheet}
            isFinishing={isFinishing}
            onFinish={finish}
          />
          <TalkTimer conversation={conversation} wall={wall} />
          <KeptLine keeper={keeper} />
          <BothKept note={note} flush={flush} />
          <NoteEditor
            ref={editor}
            note={keeper}
            onType={begin}
            onLines={onLines}
            suggestions={suggestions}
            label={t('conversations.during.notesWith', { name })}
            autoFocus={mayFocus}
          />
        </section>
        <aside className={styles.understood}>
          <UnderstoodPanel {...panel} />
        </aside>
      </div>
      <UnderstoodSheet opened={isSheetOpen} onClose={() => setSheetOpen(false)} {...panel} />
    </Page>
  )
}
