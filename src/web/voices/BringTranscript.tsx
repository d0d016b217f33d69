import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { namesInWords } from '../conversations/names.ts'
import { letGoOfSharedFile, sharedFileUnder } from '../offline/shared-here.ts'
import { readAnew } from '../shell/answers.ts'
import { refusalInWords, sayDone, sayRefused } from '../shell/deeds.ts'
import { isKeptHere } from '../shell/through.ts'
import { upload } from '../shell/upload.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { lookAt } from './look-at.ts'
import { LostLines } from './LostLines.tsx'
import type { Looked } from './shapes.ts'
import { nameOfVoice } from './VoicesPart.tsx'
import styles from './Elsewhere.module.css'

interface BringTranscriptProps {
  readonly conversation: string
  /** A file that another app shared, by its key. */
  readonly shared: string | null
  readonly opened: boolean
  readonly onClose: () => void
}

/** A transcript as it will be sent; what was pasted has no name of its own. */
interface Given {
  readonly file: File
  readonly name?: string
  /** Under which it was shared: however often it is brought in, it comes once. */
  readonly key?: string
}

const endings = '.vtt,.srt,.sbv,.txt,.json,text/plain,text/vtt,application/json'

function pasted(text: string): Given {
  return { file: new File([text], 'pasted.txt', { type: 'text/plain' }), name: 'Pasted text' }
}

/** A file or a text is looked at first; it comes in when one says so. */
export function BringTranscript(props: BringTranscriptProps): ReactNode {
  const t = useWords()
  return (
    <Panel
      opened={props.opened}
      onClose={props.onClose}
      title={t('voices.bringing.title')}
      size="640px"
    >
      <Bringing {...props} />
    </Panel>
  )
}

function Bringing({ conversation, shared, onClose }: BringTranscriptProps): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const [given, setGiven] = useState<Given | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function guarded(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(refusalInWords(error))
    }
    setBusy(false)
  }

  const look = (chosen: Given) =>
    guarded(async () => {
      setGiven(chosen)
      setLooked(await lookAt(conversation, chosen.file))
    })

  const onShared = useEffectEvent(look)
  useEffect(() => {
    async function open(key: string): Promise<void> {
      const file = await sharedFileUnder(key)
      if (file) await onShared({ file, key })
    }
    if (shared !== null) void open(shared)
  }, [shared])

  const keep = (chosen: Given) =>
    guarded(async () => {
      const kept = await keptOf(conversation, chosen)
      if (chosen.key !== undefined) await letGoOfSharedFile(chosen.key)
      if (kept) sayDone(t('voices.bringing.done', { name: kept.name }), kept.change)
      void readAnew()
      onClose()
      if (!kept || kept.id === null) return
      const params = { id: conversation, transcript: kept.id }
      await navigate({ to: '/conversations/$id/transcripts/$transcript', params })
    })

  return (
    <div className={styles.bringing}>
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
      {looked && given ? (
        <>
          <Preview looked={looked} />
          <div className={styles.acts}>
            <Button look="filled" disabled={isBusy} onClick={() => void keep(given)}>
              {t('voices.bringing.keep')}
            </Button>
            <Button look="quiet" onClick={() => setLooked(null)}>
              {t('voices.bringing.other')}
            </Button>
          </div>
          <LostLines losses={looked.losses} count={looked.lost} />
        </>
      ) : (
        <Choosing isBusy={isBusy} onGiven={(chosen) => void look(chosen)} />
      )}
    </div>
  )
}

/** Null where it waits on this device, which is said. */
async function keptOf(conversation: string, { key, ...chosen }: Given) {
  const known = key === undefined ? {} : { id: key }
  let change: string | null = null
  try {
    const input = { conversation, ...chosen, ...known }
    const options = {
      ...(key === undefined ? {} : { key }),
      onChange: (made: string) => (change = made),
    }
    const { id, name } = await upload('transcripts.import', input, options)
    return { id, name, change }
  } catch (error) {
    if (!isKeptHere(error)) throw error
    sayRefused(error)
    return null
  }
}

function Choosing({
  isBusy,
  onGiven,
}: {
  readonly isBusy: boolean
  readonly onGiven: (given: Given) => void
}): ReactNode {
  const t = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={styles.choice}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file && !isBusy) onGiven({ file })
      }}
    >
      <Type look="second">{t('voices.bringing.lead')}</Type>
      <input
        ref={input}
        type="file"
        accept={endings}
        hidden
        aria-label={t('voices.bringing.choose')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onGiven({ file })
          currentTarget.value = ''
        }}
      />
      <Button disabled={isBusy} onClick={() => input.current?.click()}>
        {isBusy ? t('voices.bringing.reading') : t('voices.bringing.choose')}
      </Button>
      <TextArea label={t('voices.bringing.paste')} value={text} onChange={setText} rows={4} />
      <div className={styles.acts}>
        <Button disabled={isBusy || text.trim() === ''} onClick={() => onGiven(pasted(text))}>
          {t('voices.bringing.read')}
        </Button>
      </div>
    </div>
  )
}

function Preview({ looked }: { readonly looked: Looked }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const named = looked.voices.filter(({ name }) => name !== '')
  return (
    <>
      <Type look="lead">
        {named.length === 0
          ? t('voices.bringing.nobody')
          : t('voices.bringing.who', {
              count: named.length,
              names: namesInWords(named, wall),
            })}{' '}
        {t('voices.turns', { count: looked.count })}.
      </Type>
      <Type look="h4">{t('voices.bringing.beginning')}</Type>
      <ul className={styles.beginning}>
        {looked.beginning.map(({ number, voice, text }) => {
          const own = looked.voices[voice]
          return (
            <li key={number}>
              {own && named.length > 0 ? <b>{nameOfVoice(t, own)}</b> : null} {text}
            </li>
          )
        })}
      </ul>
    </>
  )
}
