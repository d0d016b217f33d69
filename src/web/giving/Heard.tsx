import type { ReactNode } from 'react'
import { sides } from '../../craft/introductions/introduction.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords, type Words } from '../words/words.ts'
import { hearNo, letGo, writeFact, writeYes } from './deeds.ts'
import { calledIn, factsToWrite, pairInWords } from './sides.ts'
import type { Introduction, May } from './types.ts'
import styles from './Giving.module.css'

/** What happened outside of this notebook, as the owner knows it. */
export function Heard({ introduction }: { introduction: Introduction }): ReactNode {
  const t = useWords()
  const { may } = introduction
  const asked = sides.filter((side) => may.some((one) => one.kind === 'yes' && one.side === side))
  const facts = factsToWrite(introduction)
  const mayClose = may.some(({ kind }) => kind === 'closed')
  if (may.length === 0) return null
  return (
    <section>
      <SectionHead title={t('giving.heard.title')} />
      {asked.length > 0 ? <Type look="second">{t('giving.heard.no')}</Type> : null}
      <div className={styles.facts}>
        {asked.map((side) => {
          const name = calledIn(t, introduction, side)
          const isMe = introduction.me === side
          return (
            <span key={side} className={styles.acts}>
              <Button size="small" onClick={() => void writeYes(introduction, side)}>
                {isMe ? t('giving.heard.iYes') : t('giving.heard.yes', { name })}
              </Button>
              <Button size="small" look="quiet" onClick={hearNo}>
                {isMe ? t('giving.heard.iNo') : t('giving.heard.saidNo', { name })}
              </Button>
            </span>
          )
        })}
        {facts.map((fact) => (
          <Button
            key={`${fact.kind} ${fact.side}`}
            size="small"
            onClick={() => void writeFact(introduction, fact)}
          >
            {factInWords(t, introduction, fact)}
          </Button>
        ))}
        {mayClose ? (
          <Button
            size="small"
            look="quiet"
            onClick={() => void letGo(introduction, pairInWords(t, introduction))}
          >
            {t('giving.letGo')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

function factInWords(t: Words, introduction: Introduction, { kind, side }: May): string {
  if (kind === 'asked') {
    return t('giving.fact.asked', { name: calledIn(t, introduction, side ?? 'target') })
  }
  if (kind === 'yes' || kind === 'closed') return t('giving.letGo')
  const connector = calledIn(t, introduction, 'connector')
  if (
    introduction.me === 'connector' &&
    (kind === 'met' || kind === 'told' || kind === 'thanked')
  ) {
    return t(`giving.fact.theirs.${kind}`)
  }
  return t(`giving.fact.${kind}`, { connector })
}
