import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { letterOfStep } from '../../notebook/letters/letter-of-step.ts'
import { Act, ActLink, Rest } from '../ui/Button.tsx'
import { PersonName } from '../ui/PersonName.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Row } from '../ui/Row.tsx'
import type { Wall } from '../words/dates.ts'
import { byInWords, whyInWords } from '../words/why.ts'
import { useWords } from '../words/words.ts'
import { doingOf, type ItemAct } from './acts.ts'
import type { Item } from './day.ts'
import { letRest, markSeen, settle, writeDown } from './item-deeds.ts'

interface ItemRowProps {
  readonly item: Item
  readonly wall: Wall
  readonly tight?: boolean
}

/** One thing of the day: whom it is about, why, until when, and what you do. */
export function ItemRow({ item, wall, tight = false }: ItemRowProps): ReactNode {
  const t = useWords()
  const { who, quote } = item
  const why = whyInWords(t, item, who, wall)
  return (
    <Row
      as="li"
      tight={tight}
      before={who === null ? undefined : <Plate name={who} rim={rimOf(item)} />}
      name={<WhoItIs item={item} />}
      when={byInWords(t, item.by, wall) ?? undefined}
      rest={<RestWord item={item} />}
      act={<ActWord item={item} />}
    >
      {quote === null ? why : `${why} ${t('today.quoted', { words: quote })}`}
    </Row>
  )
}

/** Whom it is about; where nobody is written down, the way to the page that asks. */
function WhoItIs({ item: { who, person, conversation } }: { item: Item }): ReactNode {
  const t = useWords()
  if (who !== null) return person === null ? who : <PersonName id={person} name={who} />
  if (conversation === null) return null
  return (
    <Link to="/conversations/$id/after" params={{ id: conversation }}>
      {t('today.nobody.ask')}
    </Link>
  )
}

/** Before a first conversation the rim is broken. */
const beforeTalk: ReadonlySet<string> = new Set([
  'research',
  'draft',
  'send',
  'widen',
  'nudge',
  'reopen',
  'schedule',
  'confirm',
  'settle',
])

function rimOf({ what }: Item): 'solid' | 'broken' {
  return beforeTalk.has(what) ? 'broken' : 'solid'
}

function ActWord({ item }: { item: Item }): ReactNode {
  const t = useWords()
  const doing = doingOf(item.what)
  if (doing === null) return null
  const verb = t(`today.act.${doing.what}`)
  const label = item.who === null ? verb : t('today.act.actOn', { act: verb, name: item.who })
  const { act } = doing
  if (act.does === 'settle') {
    return (
      <Act aria-label={label} onClick={() => void settle(item)}>
        {verb}
      </Act>
    )
  }
  if (act.does === 'person' || act.does === 'introduction') {
    return <Elsewhere item={item} does={act.does} verb={verb} label={label} />
  }
  if (item.conversation === null) return null
  const params = { id: item.conversation }
  if (act.does === 'open') {
    const { stage } = act
    if (stage === 'after') {
      return <AfterLink item={item} id={item.conversation} verb={verb} label={label} />
    }
    return (
      <ActLink to={`/conversations/$id/${stage}`} params={params} aria-label={label}>
        {verb}
      </ActLink>
    )
  }
  const template = letterIn(item, act)
  if (template) return <LetterLink {...params} template={template} verb={verb} label={label} />
  if (act.does === 'see') {
    return (
      <Act aria-label={label} onClick={() => void markSeen(item)}>
        {verb}
      </Act>
    )
  }
  if (act.does !== 'step') return null
  return (
    <Act aria-label={label} onClick={() => void writeDown(item, act.step)}>
      {verb}
    </Act>
  )
}

/** The letter that it leads to; null for what leads to none. */
function letterIn(item: Item, { does }: ItemAct): Item['template'] {
  if (does === 'look') return item.template
  return does === 'letter' ? letterOfStep(item.what) : null
}

interface AfterLinkProps {
  readonly item: Item
  readonly id: string
  readonly verb: string
  readonly label: string
}

/** Where a conversation is put away; of several who sat there, with the letter to the one it is about. */
function AfterLink({ item, id, verb, label }: AfterLinkProps): ReactNode {
  const to = item.what === 'thank-too' && item.person !== null ? { to: item.person } : {}
  return (
    <ActLink to="/conversations/$id/after" params={{ id }} search={to} aria-label={label}>
      {verb}
    </ActLink>
  )
}

interface LetterLinkProps {
  readonly id: string
  readonly template: NonNullable<Item['template']>
  readonly verb: string
  readonly label: string
}

/** A thank-you lies where a conversation is put away, any other letter on a page of its own. */
function LetterLink({ id, template, verb, label }: LetterLinkProps): ReactNode {
  return template === 'thanks' ? (
    <ActLink to="/conversations/$id/after" params={{ id }} aria-label={label}>
      {verb}
    </ActLink>
  ) : (
    <ActLink to="/conversations/$id/letter/$template" params={{ id, template }} aria-label={label}>
      {verb}
    </ActLink>
  )
}

interface ElsewhereProps {
  readonly item: Item
  readonly does: 'person' | 'introduction'
  readonly verb: string
  readonly label: string
}

/** What is done on a page that is no conversation's. */
function Elsewhere({ item, does, verb, label }: ElsewhereProps): ReactNode {
  if (does === 'person') {
    return item.person === null ? null : (
      <ActLink to="/people/$id" params={{ id: item.person }} aria-label={label}>
        {verb}
      </ActLink>
    )
  }
  return item.introduction === null ? null : (
    <ActLink to="/giving/introductions/$id" params={{ id: item.introduction }} aria-label={label}>
      {verb}
    </ActLink>
  )
}

function RestWord({ item }: { item: Item }): ReactNode {
  const t = useWords()
  if (item.what === 'settle' && item.conversation !== null) return <Another item={item} />
  if (!doingOf(item.what)?.rests) return null
  const label = item.who === null ? undefined : t('today.act.restOn', { name: item.who })
  return (
    <Rest aria-label={label} onClick={() => void letRest(item)}>
      {t('today.act.rest')}
    </Rest>
  )
}

/** It did not come about: the plan is where another time is agreed. */
function Another({ item }: { item: Item }): ReactNode {
  const t = useWords()
  if (item.conversation === null) return null
  const label = item.who === null ? undefined : t('today.act.anotherOn', { name: item.who })
  return (
    <ActLink to="/conversations/$id/before" params={{ id: item.conversation }} aria-label={label}>
      {t('today.act.another')}
    </ActLink>
  )
}
