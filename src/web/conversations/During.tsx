import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { NoteEditor, type NoteEditorHandle } from '../notes/NoteEditor.tsx'
import { UnderstoodLink, UnderstoodPanel, UnderstoodSheet } from '../notes/UnderstoodPanel.tsx'
import { useUnderstood } from '../notes/use-understood.ts'
import { keepsThings } from '../offline/device.ts'
import { carryOut } from '../shell/deeds.ts'
import { useKeyboardInset } from '../shell/keyboard-inset.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Plate } from '../ui/Plate.tsx'
import { StageTabs } from '../ui/StageTabs.tsx'
import { toast } from '../ui/toast.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { BothKept } from './BothKept.tsx'
import { KeptLine } from './KeptLine.tsx'
import { withLine, withSpeaker } from './line-tags.ts'
import { namesInWords } from './names.ts'
import type { LeftDraft } from './note-draft.ts'
import { TalkTimer } from './TalkTimer.tsx'
import type { Conversation, Note } from './types.ts'
import { useLineArrival } from './use-line-arrival.ts'
import { useNoteKeeper } from './use-note-keeper.ts'
import { useReading, useSayUnderstood, useSuggestions, useUnderstoodWords } from './use-reading.ts'
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
  const navigate = useNavigate()
  const editor = useRef<NoteEditorHandle>(null)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const [isFinishing, setFinishing] = useState(false)
  const { keeper, view } = useNoteKeeper(note, left)
  const reading = useReading(conversation, wall)
  const { understood, onLines } = useUnderstood(reading)
  const suggestions = useSuggestions(conversation)
  const fieldInWords = useUnderstoodWords()
  const sayUnderstood = useSayUnderstood(reading)
  const begin = useStarted(conversation, wall)
  useKeyboardInset()
  useLineArrival(editor, note)

  const { id, people } = conversation
  const name = people.length > 0 ? namesInWords(people, wall) : t('conversations.list.nobody')

  // Who writes goes on at the end; who reads finds what was said off the record closed.
  const mayFocus = conversation.heldOn === null && !note.lines.at(-1)?.offRecord

  async function finish(): Promise<void> {
    setFinishing(true)
    const isSent = await keeper.flush()
    const isOnDevice = keepsThings() && keeper.view().keeping === 'unreachable'
    if (isSent || isOnDevice) {
      const done = await carryOut(
        client.conversations.finish,
        { id },
        ({ made }) =>
          made.fields.length > 0
            ? t('conversations.during.finishedFields', { fields: namesInWords(made.fields, wall) })
            : t('conversations.during.finished'),
        // Without network the lines and the end of the talk wait here in this order; the letter comes with the server.
        () => void navigate({ to: '/conversations' }),
      )
      if (done) await navigate({ to: '/conversations/$id/after', params: { id } })
    } else {
      toast(t('conversations.during.notFinished'))
    }
    setFinishing(false)
  }

  const flush = useCallback(() => keeper.flush(), [keeper])
  const onCorrect = useCallback((at: number) => editor.current?.goToLine(at), [])
  const onSpeaker = useCallback(
    (at: number, speaker: string) => {
      keeper.type(withLine(keeper.text(), at, (line) => withSpeaker(line, speaker)))
      begin()
    },
    [keeper, begin],
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
          <header className={styles.head}>
            <Link
              to="/conversations/$id/before"
              params={{ id }}
              className={styles.back}
              aria-label={t('conversations.during.back')}
            >
              <ChevronLeft aria-hidden />
            </Link>
            <span className={styles.plate}>
              <Plate name={people[0]?.name ?? ''} />
            </span>
            <div className={styles.who}>
              <Type look="h2" as="h1" className={styles.name}>
                {name}
              </Type>
              <p className={styles.underName}>
                {t(`conversations.during.consentShort.${conversation.consent.notes}`)}{' '}
                {understood.count > 0 ? (
                  <UnderstoodLink understood={understood} onOpen={() => setSheetOpen(true)} />
                ) : null}
              </p>
            </div>
            <div className={styles.stages}>
              <StageTabs id={id} />
            </div>
            <Button look="filled" size="small" disabled={isFinishing} onClick={() => void finish()}>
              {t('conversations.during.finish')}
            </Button>
          </header>
          <TalkTimer conversation={conversation} wall={wall} />
          <KeptLine view={view} />
          <BothKept note={note} flush={flush} />
          <NoteEditor
            ref={editor}
            note={keeper}
            onType={begin}
            onLines={onLines}
            onLeaveLine={sayUnderstood}
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
