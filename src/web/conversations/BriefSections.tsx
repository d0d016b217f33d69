import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { TheirPlaces } from '../houses/TheirPlaces.tsx'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { InPlace } from './InPlace.tsx'
import { firstNameOf } from './names.ts'
import type { Brief, Conversation } from './types.ts'
import styles from './Before.module.css'

interface BriefSectionsProps {
  readonly conversation: Conversation
  readonly brief: Brief
}

/** Who, what links you, what is open, something for them, already read. */
export function BriefSections({ conversation, brief }: BriefSectionsProps): ReactNode {
  const t = useWords()
  const { id, link, purpose, gift } = conversation
  const keep = (what: string) => async (changed: Partial<About>) => {
    const kept = await carryOut(client.conversations.change, { id, ...changed }, () =>
      t('conversations.before.kept', { what }),
    )
    return kept !== null
  }
  const linkWords = t('conversations.before.link')
  const purposeWords = t('conversations.before.purpose')
  const giftWords = t('conversations.before.gift')
  const readWords = t('conversations.before.read')
  return (
    <div>
      {brief.who.map((person) => (
        <div key={person.id}>
          <Who person={person} />
          <TheirPlaces person={person.id} />
        </div>
      ))}
      <Section title={linkWords} isEmpty={link === null}>
        <InPlace
          what={linkWords}
          text={link ?? ''}
          empty={t('conversations.before.linkEmpty')}
          onKeep={(text) => keep(linkWords)({ link: text || null })}
        />
      </Section>
      <OpenQuestions open={brief.open} fields={conversation.fields} />
      <Section title={purposeWords} isEmpty={purpose === null}>
        <InPlace
          what={purposeWords}
          text={purpose ?? ''}
          empty={t('conversations.before.purposeEmpty')}
          onKeep={(text) => keep(purposeWords)({ purpose: text || null })}
        />
      </Section>
      <Section title={giftWords} isEmpty={gift === null}>
        <InPlace
          what={giftWords}
          text={gift ?? ''}
          empty={t('conversations.before.giftEmpty')}
          onKeep={(text) => keep(giftWords)({ gift: text || null })}
        />
      </Section>
      <Section title={readWords} isEmpty={conversation.read.length === 0}>
        <InPlace
          what={readWords}
          text={conversation.read.join('\n')}
          empty={t('conversations.before.readEmpty')}
          hint={t('conversations.before.readHint')}
          onKeep={(text) => keep(readWords)({ read: linesIn(text) })}
        >
          <ul className={styles.read}>
            {conversation.read.map((one) => (
              <li key={one}>
                <Check aria-hidden />
                {one}
              </li>
            ))}
          </ul>
        </InPlace>
      </Section>
    </div>
  )
}

interface About {
  readonly link: string | null
  readonly purpose: string | null
  readonly gift: string | null
  readonly read: string[]
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

interface SectionProps {
  readonly title: string
  /** Nothing to print. */
  readonly isEmpty?: boolean
  readonly children: ReactNode
}

function Section({ title, isEmpty, children }: SectionProps): ReactNode {
  return (
    <section className={styles.section} data-empty={isEmpty ? '' : undefined}>
      <Type look="h3" as="h2" className={styles.title}>
        {title}
      </Type>
      {children}
    </section>
  )
}

function Who({ person }: { person: Brief['who'][number] }): ReactNode {
  const t = useWords()
  const { id, name, line, words, met } = person
  const said = [line, words].filter((part) => part !== '')
  return (
    <Section title={t('conversations.before.whoOf', { name: firstNameOf(name) })}>
      {said.map((part) => (
        <Type key={part} look="read" className={styles.words}>
          {part}
        </Type>
      ))}
      {met === '' ? null : (
        <Type look="second" className={styles.words}>
          {t('conversations.before.met', { words: met })}
        </Type>
      )}
      {said.length === 0 && met === '' ? (
        <Type look="second">
          {t('conversations.before.whoEmpty', { name: firstNameOf(name) })}{' '}
          <Link to="/people/$id" params={{ id }} className={styles.link}>
            {t('conversations.before.whoOpen')}
          </Link>
        </Type>
      ) : null}
    </Section>
  )
}

interface OpenQuestionsProps {
  readonly open: Brief['open']
  readonly fields: Conversation['fields']
}

/** More than this is a list nobody reads before a talk. */
const mostOpen = 6

/** What is open in each field of this conversation, and how many people spoke of it. */
function OpenQuestions({ open, fields }: OpenQuestionsProps): ReactNode {
  const t = useWords()
  return fields.map(({ id, name }) => {
    const own = open.filter(({ field }) => field === name)
    if (own.length === 0) return null
    return (
      <Section key={id} title={t('conversations.before.open', { field: name })}>
        <ul className={styles.open}>
          {own.slice(0, mostOpen).map(({ text, people }) => (
            <li key={text}>
              <span className={styles.question}>{text}</span>
              <span className={styles.heard}>
                {people === 0
                  ? t('conversations.before.openNobody')
                  : t('conversations.before.openPeople', { count: people })}
              </span>
            </li>
          ))}
        </ul>
        {own.length > mostOpen ? (
          <Type look="quiet" as="p">
            <Link to="/fields/$id" params={{ id }} className={styles.link}>
              {t('conversations.before.openMore', { count: own.length - mostOpen })}
            </Link>
          </Type>
        ) : null}
      </Section>
    )
  })
}
