import { type ReactNode } from 'react'
import { doingOf } from '../today/acts.ts'
import { ActLink, ButtonLink, Rest } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { whyInWords } from '../words/why.ts'
import { useWords } from '../words/words.ts'
import { letGo } from './deeds.ts'
import { Pair } from './Pair.tsx'
import { pairInWords } from './sides.ts'
import type { Introduction } from './types.ts'
import styles from './Giving.module.css'

interface RowProps {
  readonly introduction: Introduction
  readonly wall: Wall
  /** The first that has something to do bears the filled button of the page. */
  readonly first: boolean
}

/** One introduction on its way: the drawing, what comes next, and the one verb. */
export function IntroductionRow({ introduction, wall, first }: RowProps): ReactNode {
  const t = useWords()
  const { id, next, both, may } = introduction
  const pair = pairInWords(t, introduction)
  const mayClose = may.some(({ kind }) => kind === 'closed')
  return (
    <li className={styles.introduction}>
      <Pair introduction={introduction} wall={wall} />
      <div className={styles.below}>
        <Type look="second" className={styles.sentence}>
          {whyInWords(t, next, null, wall)}
          {next.what === 'link' && both !== '' ? ` ${both}.` : ''}
        </Type>
        {mayClose ? (
          <Rest
            aria-label={t('giving.letGoOf', { pair })}
            onClick={() => void letGo(introduction, pair)}
          >
            {t('giving.letGo')}
          </Rest>
        ) : null}
        <Verb id={id} what={next.what} pair={pair} first={first} />
      </div>
    </li>
  )
}

interface VerbProps {
  readonly id: string
  readonly what: string
  readonly pair: string
  readonly first: boolean
}

function Verb({ id, what, pair, first }: VerbProps): ReactNode {
  const t = useWords()
  const doing = doingOf(what)
  const verb = doing === null ? t('giving.look') : t(`today.act.${doing.what}`)
  const to = {
    to: '/giving/introductions/$id',
    params: { id },
    'aria-label': t('today.act.actOn', { act: verb, name: pair }),
  } as const
  if (!first || doing === null) return <ActLink {...to}>{verb}</ActLink>
  return (
    <ButtonLink {...to} look="filled" size="small">
      {verb}
    </ButtonLink>
  )
}
