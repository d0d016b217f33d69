import { type ReactNode, useState } from 'react'
import { usePeopleCalled } from '../conversations/use-people.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act, Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords, type Words } from '../words/words.ts'
import type { Voice } from './shapes.ts'
import styles from './Reader.module.css'

interface VoicesPartProps {
  readonly transcript: string
  readonly voices: readonly Voice[]
  /** Whoever sits at the table. */
  readonly people: readonly Named[]
}

interface Named {
  readonly id: string
  readonly name: string
}

/** How a voice is called: by the notebook, else as the file calls it. */
export function nameOfVoice(t: Words, { name, is, person }: Voice): string {
  if (is === 'me') return t('voices.who.me')
  return person?.name ?? (name === '' ? t('voices.bringing.somebody') : name)
}

/** Who speaks: one tap for each voice, remembered for the next transcript. */
export function VoicesPart({ transcript, voices, people }: VoicesPartProps): ReactNode {
  const t = useWords()
  return (
    <section className={styles.voices}>
      <SectionHead title={t('voices.who.title')} />
      {voices.map((voice) => (
        <VoiceRow key={voice.name} transcript={transcript} voice={voice} people={people} />
      ))}
    </section>
  )
}

function VoiceRow({
  transcript,
  voice,
  people,
}: Omit<VoicesPartProps, 'voices'> & { readonly voice: Voice }): ReactNode {
  const t = useWords()
  const [isAsking, setAsking] = useState(voice.is === 'unknown')
  const [isFinding, setFinding] = useState(false)
  const label = voice.name === '' ? t('voices.who.noName') : voice.name

  async function say(is: Voice['is'], who: Named | null): Promise<void> {
    const input = { id: transcript, name: voice.name, is, ...(who ? { person: who.id } : {}) }
    const said = who?.name ?? (is === 'me' ? t('voices.who.me') : t('voices.who.nobody'))
    const kept = await carryOut(client.transcripts.who, input, () =>
      is === 'unknown'
        ? t('voices.who.isOpen', { name: label })
        : t('voices.who.is', { name: label, who: said }),
    )
    if (kept) setAsking(false)
    setFinding(false)
  }

  return (
    <div className={styles.voice}>
      <div className={styles.voiceName}>
        <Type look="name">{label}</Type>
        <Type look="quiet">{t('voices.turns', { count: voice.turns })}</Type>
        {isAsking ? null : (
          <>
            <Type look="second" as="span">
              {voice.is === 'unknown'
                ? t('voices.who.later')
                : voice.is === 'nobody'
                  ? t('voices.who.nobody')
                  : nameOfVoice(t, voice)}
            </Type>
            <Act
              aria-label={t('voices.who.change', { name: label })}
              onClick={() => setAsking(true)}
            >
              {t('voices.who.again')}
            </Act>
          </>
        )}
      </div>
      {isAsking ? (
        <div
          className={styles.choices}
          role="group"
          aria-label={t('voices.who.label', { name: label })}
        >
          {likelyFirst(people, voice).map((one) => (
            <Button key={one.id} size="small" onClick={() => void say('person', one)}>
              {one.name}
            </Button>
          ))}
          <Button size="small" onClick={() => void say('me', null)}>
            {t('voices.who.me')}
          </Button>
          <Button size="small" look="quiet" onClick={() => setFinding(!isFinding)}>
            {t('voices.who.other')}
          </Button>
          <Button size="small" look="quiet" onClick={() => void say('nobody', null)}>
            {t('voices.who.nobody')}
          </Button>
        </div>
      ) : null}
      {isAsking && isFinding ? (
        <Finder label={label} onChoose={(one) => void say('person', one)} />
      ) : null}
    </div>
  )
}

function likelyFirst(people: readonly Named[], { suggested }: Voice): readonly Named[] {
  if (suggested === null) return people
  return [suggested, ...people.filter(({ id }) => id !== suggested.id)]
}

function Finder({
  label,
  onChoose,
}: {
  readonly label: string
  readonly onChoose: (person: Named) => void
}): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const found = usePeopleCalled(text)
  return (
    <div className={styles.find}>
      <Combobox
        label={t('voices.who.find', { name: label })}
        hint={t('voices.who.hint')}
        text={text}
        onText={setText}
        autoFocus
        nothing={t('voices.who.notIn')}
        choices={found.map(({ id, name, line }) => ({ key: id, words: name, under: line }))}
        onChoose={(key) => {
          const one = found.find(({ id }) => id === key)
          if (one) onChoose(one)
        }}
      />
    </div>
  )
}
