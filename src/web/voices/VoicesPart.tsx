import { type ReactNode, useRef, useState } from 'react'
import { usePeopleCalled } from '../conversations/use-people.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act, Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
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
  const row = useRef<HTMLDivElement>(null)
  const { name } = voice

  useKeptFocus(row, isAsking)

  async function say(is: Said, who: Named | null): Promise<void> {
    const input = { id: transcript, name, is, ...(who ? { person: who.id } : {}) }
    const kept = await carryOut(client.transcripts.who, input, () => saidInWords(t, name, is, who))
    if (kept) setAsking(false)
    setFinding(false)
  }

  return (
    <div ref={row} className={styles.voice}>
      <div className={styles.voiceName}>
        <Type look="name">{name === '' ? t('voices.who.noName') : name}</Type>
        <Type look="quiet">{t('voices.turns', { count: voice.turns })}</Type>
        {isAsking ? null : (
          <>
            <Type look="second" as="span">
              {whoInWords(t, voice)}
            </Type>
            <Act
              aria-label={
                name === '' ? t('voices.who.changeNoName') : t('voices.who.change', { name })
              }
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
          aria-label={name === '' ? t('voices.who.labelNoName') : t('voices.who.label', { name })}
        >
          {likelyFirst(people, voice).map((one) => (
            <Button key={one.id} size="small" onClick={() => void say('person', one)}>
              {one.name}
            </Button>
          ))}
          <Button size="small" onClick={() => void say('me', null)}>
            {t('voices.who.me')}
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-expanded={isFinding}
            onClick={() => setFinding(!isFinding)}
          >
            {t('voices.who.other')}
          </Button>
          <Button size="small" look="quiet" onClick={() => void say('nobody', null)}>
            {t('voices.who.nobody')}
          </Button>
        </div>
      ) : null}
      {isAsking && isFinding ? (
        <Finder
          label={name === '' ? t('voices.who.labelNoName') : t('voices.who.find', { name })}
          onChoose={(one) => void say('person', one)}
        />
      ) : null}
    </div>
  )
}

/** What an owner says of a voice by hand. */
type Said = 'person' | 'me' | 'nobody'

function saidInWords(t: Words, name: string, is: Said, who: Named | null): string {
  const said = who?.name ?? t(is === 'me' ? 'voices.who.me' : 'voices.who.nobody')
  if (name === '') return t('voices.who.isNoName', { who: said })
  if (is === 'me') return t('voices.who.isMe', { name })
  if (is === 'nobody') return t('voices.who.isNobody', { name })
  return said === name ? t('voices.who.isSame', { name }) : t('voices.who.is', { name, who: said })
}

/** Who a voice is known to be, beside its name in the file. */
function whoInWords(t: Words, { name, is, person }: Voice): string {
  if (is === 'unknown') return t('voices.who.later')
  if (is === 'person') {
    return person === null || person.name === name ? t('voices.who.there') : person.name
  }
  return t(is === 'me' ? 'voices.who.me' : 'voices.who.nobody')
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
        label={label}
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
