import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { Rest } from '../ui/Button.tsx'
import { Unseen } from '../ui/LiveRegion.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords, type Words } from '../words/words.ts'
import { changeSettings } from './change-settings.ts'
import {
  type Clock,
  clockFrom,
  type ClockGroup,
  type ClockName,
  type Clocks,
  clocksShown,
  withClock,
} from './clocks.ts'
import { Answered, PartHead } from './PartHead.tsx'
import styles from './Clocks.module.css'

const groups = ['outreach', 'meeting', 'after', 'introduction'] as const

/** How long things take, as the craft has it and as one's own life has it. */
export function ClocksPart(): ReactNode {
  const t = useWords()
  const answer = useAnswer(client.settings.show, {})
  return (
    <>
      <PartHead part="clocks" lead={t('settings.clocks.lead')} />
      <Answered answer={answer}>
        {({ clocks, defaultClocks }) =>
          groups.map((group) => (
            <section key={group} className={styles.group}>
              <SectionHead title={t(`settings.clocks.${group}`)} as="h3" />
              {clocksShown[group].map((name) => (
                <ClockRow key={name} group={group} name={name} own={clocks} usual={defaultClocks} />
              ))}
            </section>
          ))
        }
      </Answered>
    </>
  )
}

interface ClockRowProps {
  readonly group: ClockGroup
  readonly name: ClockName
  readonly own: Clocks
  readonly usual: Clocks
}

function ClockRow({ group, name, own, usual }: ClockRowProps): ReactNode {
  const t = useWords()
  const label = t(`settings.clocks.${name}`)
  const asUsual = usual[group]?.[name] ?? 0
  const mine = own[group]?.[name]
  const value = mine ?? asUsual
  const keep = (next: Clock): void =>
    void changeSettings({ clocks: withClock(own, usual, { group, name, value: next }) })
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <span className={styles.numbers}>
        {typeof value === 'number' ? (
          <Hours label={label} value={value} onKeep={keep} />
        ) : (
          <>
            <Hours
              label={t('settings.clocks.from', { label })}
              value={value[0] ?? 0}
              onKeep={(from) => keep([from, value[1] ?? from])}
            />
            <span aria-hidden>–</span>
            <Hours
              label={t('settings.clocks.to', { label })}
              value={value[1] ?? 0}
              onKeep={(to) => keep([value[0] ?? 0, to])}
            />
          </>
        )}
      </span>
      <span className={styles.usual}>
        {mine === undefined ? null : (
          <>
            {t('settings.clocks.usual', { value: clockInWords(t, asUsual) })}{' '}
            <Rest
              aria-label={t('settings.clocks.asUsualOf', { label })}
              onClick={() => keep(asUsual)}
            >
              {t('settings.clocks.asUsual')}
            </Rest>
          </>
        )}
      </span>
    </div>
  )
}

interface HoursProps {
  readonly label: string
  readonly value: number
  readonly onKeep: (value: number) => void
}

/** A number that is kept when one leaves it; what is no number is not kept, and says so. */
function Hours({ label, value, onKeep }: HoursProps): ReactNode {
  const t = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? String(value)
  const read = clockFrom(text)
  function leave(): void {
    if (read === null) return
    setTyped(null)
    if (read !== value) onKeep(read)
  }
  return (
    <label className={styles.hours}>
      <Unseen>{label}</Unseen>
      <input
        inputMode="decimal"
        value={text}
        aria-invalid={read === null}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave()
        }}
      />
      {read === null ? <span role="alert">{t('settings.clocks.wrong')}</span> : null}
    </label>
  )
}

function clockInWords(t: Words, clock: Clock): string {
  if (typeof clock === 'number') return String(clock)
  return t('settings.clocks.span', { from: clock[0], to: clock[1] })
}
