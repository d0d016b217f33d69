import { Download } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Conversation } from '../conversations/types.ts'
import { carryOut, sayRefused } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client, saveFile } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Breakable } from '../ui/Breakable.tsx'
import { Act, Button, ButtonLink } from '../ui/Button.tsx'
import type { Mark } from '../ui/marks.ts'
import { Type } from '../ui/Type.tsx'
import { longDay } from '../words/dates.ts'
import { capitalized, useWords } from '../words/words.ts'
import { LostLines } from './LostLines.tsx'
import { MarkBar } from './MarkBar.tsx'
import type { Place } from './parts.ts'
import { placeSelected } from './selected.ts'
import type { Quotation, TranscriptPage, Turn } from './shapes.ts'
import { lengthInWords } from './talk-time.ts'
import { TurnRow } from './TurnRow.tsx'
import { useStops } from './use-stops.ts'
import { nameOfVoice, VoicesPart } from './VoicesPart.tsx'
import styles from './Reader.module.css'

interface ReaderProps {
  readonly conversation: Conversation
  readonly about: TranscriptPage
  readonly turns: readonly Turn[]
  readonly quotations: readonly Quotation[]
  /** The turn one came for. */
  readonly at: number | null
  readonly offRecord: boolean
  readonly onOffRecord: (shown: boolean) => void
  readonly readEarlier: (() => void) | null
  readonly readOn: (() => void) | null
}

export function Reader(props: ReaderProps): ReactNode {
  const { conversation, about, turns, quotations, at } = props
  const t = useWords()
  const list = useRef<HTMLOListElement>(null)
  const { place, setPlace } = usePlace(list)
  const [choosing, setChoosing] = useState<number | null>(null)
  useArrival(at, turns.length > 0)
  const leave = useCallback(() => {
    document.getSelection()?.removeAllRanges()
    setPlace(null)
    setChoosing(null)
  }, [setPlace])
  const { mark, close, openAgain } = useDeeds(about.id, leave)
  const { stop, onKeyDown } = useStops(turns, at)
  const voice =
    place && about.voices[turns.find(({ number }) => number === place.turn)?.voice ?? -1]

  return (
    <Page
      title={t('voices.reader.title', { name: about.name })}
      windowTitle={t('voices.transcripts')}
      barTitle={about.name}
      back="/conversations"
      dock="none"
    >
      <ReaderHead {...props} />
      <VoicesPart transcript={about.id} voices={about.voices} people={conversation.people} />
      {props.readEarlier ? (
        <div className={styles.acts}>
          <Button onClick={props.readEarlier}>{t('voices.reader.earlier')}</Button>
        </div>
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons inside */}
      <ol
        ref={list}
        className={styles.list}
        aria-label={t('voices.reader.turns')}
        onKeyDown={onKeyDown}
      >
        {turns.map((turn, index) => {
          const own = about.voices[turn.voice]
          return (
            <TurnRow
              key={turn.number}
              turn={turn}
              name={own ? nameOfVoice(t, own) : ''}
              begins={turns[index - 1]?.voice !== turn.voice}
              isChat={turn.wrote !== null}
              conversation={conversation.id}
              quotations={quotations}
              isStop={turn.number === stop}
              isChoosing={turn.number === choosing}
              onChoosing={setChoosing}
              onChoose={setPlace}
              onOpenAgain={openAgain}
            >
              {place?.lastTurn === turn.number ? (
                <MarkBar
                  isOwn={voice?.is === 'me'}
                  onMark={(chosen) => void mark(place, chosen)}
                  onOff={() => void close(place)}
                  onLeave={leave}
                />
              ) : null}
            </TurnRow>
          )
        })}
      </ol>
      {props.readOn ? (
        <div className={styles.acts}>
          <Button onClick={props.readOn}>{t('voices.reader.more')}</Button>
        </div>
      ) : null}
      <LostLines losses={about.losses} count={about.lost} />
    </Page>
  )
}

function ReaderHead({ conversation, about, offRecord, onOffRecord }: ReaderProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const facts = [
    lengthInWords(t, about.length),
    t('voices.turns', { count: about.count }),
    t('voices.broughtIn', { day: longDay(about.on, wall) }),
  ].filter((fact) => fact !== null)
  const save = () => saveFile('transcripts.original', { id: about.id }).catch(sayRefused)
  return (
    <header className={styles.head}>
      <Type look="h1">
        <Breakable>{about.name}</Breakable>
      </Type>
      <Type look="second">{facts.join(' · ')}</Type>
      <Type look="lead">{t('voices.reader.how')}</Type>
      <div className={styles.acts}>
        <ButtonLink to="/conversations/$id/elsewhere" params={{ id: conversation.id }}>
          {t('voices.back')}
        </ButtonLink>
        <Button look="quiet" icon={<Download aria-hidden />} onClick={() => void save()}>
          {t('voices.reader.original')}
        </Button>
      </div>
      {about.closed > 0 ? (
        <Type look="second">
          {capitalized(t('voices.reader.offRecord', { count: about.closed }))}{' '}
          <Act onClick={() => onOffRecord(!offRecord)}>
            {offRecord ? t('voices.reader.close') : t('voices.reader.open')}
          </Act>
        </Type>
      ) : null}
    </header>
  )
}

/** The place of the words chosen: by hand on the page, or in the field of one turn. */
function usePlace(list: { readonly current: HTMLOListElement | null }): {
  place: Place | null
  setPlace: (place: Place | null) => void
} {
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    function onSelection(): void {
      const root = list.current
      // A field of its own tells what is chosen in it.
      if (!root || document.activeElement instanceof HTMLTextAreaElement) return
      const chosen = placeSelected(document.getSelection(), root)
      if (chosen || document.getSelection()?.isCollapsed) setPlace(chosen)
    }
    document.addEventListener('selectionchange', onSelection)
    return () => document.removeEventListener('selectionchange', onSelection)
  }, [list])
  return { place, setPlace }
}

/** Whoever came for one turn begins to read there. */
function useArrival(at: number | null, isThere: boolean): void {
  useEffect(() => {
    if (at === null || !isThere) return
    const turn = document.getElementById(`turn-${at}`)
    turn?.scrollIntoView({ block: 'center' })
    turn?.focus({ preventScroll: true })
  }, [at, isThere])
}

interface Deeds {
  readonly mark: (place: Place, chosen: Mark | null) => Promise<void>
  readonly close: (place: Place) => Promise<void>
  readonly openAgain: (turn: number) => void
}

function useDeeds(id: string, onDone: () => void): Deeds {
  const t = useWords()
  const openAgain = useCallback(
    (turn: number) => {
      void carryOut(client.transcripts.close, { id, turns: [turn], closed: false }, () =>
        t('voices.reader.openAgainDone'),
      )
    },
    [id, t],
  )
  return {
    mark: async (place, chosen) => {
      const kept = await carryOut(
        client.transcripts.quote,
        { id, ...place, mark: chosen },
        ({ text }) => t('voices.bar.kept', { line: text }),
      )
      if (kept) onDone()
    },
    close: async ({ turn, lastTurn }) => {
      const turns = Array.from({ length: lastTurn - turn + 1 }, (_, step) => turn + step)
      const kept = await carryOut(client.transcripts.close, { id, turns }, () =>
        capitalized(t('voices.bar.offDone', { count: turns.length })),
      )
      if (kept) onDone()
    },
    openAgain,
  }
}
