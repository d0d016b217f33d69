import { type ReactNode, useState } from 'react'
import { clockIn, dayIn, instantAt, isDay } from '../../kit/days.ts'
import { carryOut, sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { ActLink, Button, Rest } from '../ui/Button.tsx'
import { SelectField, TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { longDay, type Wall } from '../words/dates.ts'
import { useWords, type Words } from '../words/words.ts'
import type { Conversation } from './types.ts'
import { zoneInWords } from './zone-words.ts'
import styles from './Meeting.module.css'

interface OfferTimesProps {
  readonly conversation: Conversation
  readonly wall: Wall
}

interface Time {
  /** Which row of the form it is; rows come and go. */
  readonly row: number
  readonly day: string
  readonly clock: string
}

interface Draft {
  readonly zone: string
  readonly times: readonly Time[]
}

/** Two or three times, in their zone and yours: found, changed where they do not suit, and offered. */
export function OfferTimes({ conversation, wall }: OfferTimesProps): ReactNode {
  const t = useWords()
  const [draft, setDraft] = useState<Draft | null>(null)
  const { id, offer } = conversation

  async function find(zone?: string): Promise<void> {
    try {
      const found = await client.conversations.times(zone === undefined ? { id } : { id, zone })
      setDraft({ zone: found.zone, times: found.times.map(inRow) })
    } catch (error) {
      sayRefused(error)
    }
  }

  async function keep({ zone, times }: Draft): Promise<void> {
    const kept = await carryOut(
      client.conversations.offer,
      { id, zone, times: times.flatMap(wholeTime) },
      (made) => t(made.offer ? 'conversations.offer.offered' : 'conversations.offer.withdrawn'),
    )
    if (kept) setDraft(null)
  }

  return (
    <details
      className={styles.part}
      open={offer !== null || conversation.next?.what === 'schedule'}
    >
      <summary>{t('conversations.offer.title')}</summary>
      {offer === null || draft ? null : (
        <>
          <ul className={styles.list}>
            {offer.times.map((time) => (
              <li key={`${time.day} ${time.clock}`}>
                {bothClocks(t, time, { zone: offer.zone, wall })}
              </li>
            ))}
          </ul>
          <div className={styles.acts}>
            <ActLink to="/conversations/$id/letter/$template" params={{ id, template: 'schedule' }}>
              {t('conversations.offer.letter')}
            </ActLink>
            <Rest onClick={() => setDraft({ zone: offer.zone, times: offer.times.map(inRow) })}>
              {t('conversations.offer.change')}
            </Rest>
            <Rest onClick={() => void keep({ zone: offer.zone, times: [] })}>
              {t('conversations.offer.withdraw')}
            </Rest>
          </div>
        </>
      )}
      {draft === null && offer === null ? (
        <Button size="small" onClick={() => void find()}>
          {t('conversations.offer.find')}
        </Button>
      ) : null}
      {draft === null ? null : (
        <OfferForm
          draft={draft}
          wall={wall}
          onChange={setDraft}
          onZone={(zone) => void find(zone)}
          onKeep={() => void keep(draft)}
          onLeave={() => setDraft(null)}
        />
      )}
    </details>
  )
}

interface OfferFormProps {
  readonly draft: Draft
  readonly wall: Wall
  readonly onChange: (draft: Draft) => void
  /** Somewhere else other times suit. */
  readonly onZone: (zone: string) => void
  readonly onKeep: () => void
  readonly onLeave: () => void
}

function OfferForm({ draft, wall, ...on }: OfferFormProps): ReactNode {
  const t = useWords()
  const { zone, times } = draft
  const change = (at: number, some: Partial<Time>) =>
    on.onChange({
      zone,
      times: times.map((one, index) => (index === at ? { ...one, ...some } : one)),
    })
  return (
    <form
      className={styles.form}
      aria-label={t('conversations.offer.title')}
      onSubmit={(event) => (event.preventDefault(), on.onKeep())}
    >
      <SelectField
        label={t('conversations.offer.zone')}
        value={zone}
        options={zonesWith(zone)}
        onChange={on.onZone}
      />
      {times.length === 0 ? <Type look="second">{t('conversations.offer.none')}</Type> : null}
      {times.map((time, at) => (
        <div key={time.row} className={styles.time}>
          <TextField
            type="date"
            label={t('conversations.offer.day', { number: at + 1 })}
            value={time.day}
            onChange={(day) => change(at, { day })}
          />
          <TextField
            type="time"
            label={t('conversations.offer.clock', { number: at + 1 })}
            value={time.clock}
            onChange={(clock) => change(at, { clock })}
          />
          <Rest
            aria-label={t('conversations.offer.leaveOutLabel', { number: at + 1 })}
            onClick={() => on.onChange({ zone, times: times.filter((_, index) => index !== at) })}
          >
            {t('conversations.offer.leaveOut')}
          </Rest>
          <span className={styles.own}>
            {wholeTime(time).map((one) => bothClocks(t, one, { zone, wall }))}
          </span>
        </div>
      ))}
      <div className={styles.acts}>
        <Button type="submit" size="small" disabled={times.flatMap(wholeTime).length === 0}>
          {t('conversations.offer.keep')}
        </Button>
        {times.length < most ? (
          <Button
            look="quiet"
            size="small"
            onClick={() => on.onChange({ zone, times: [...times, inRow({ day: '', clock: '' })] })}
          >
            {t('conversations.offer.more')}
          </Button>
        ) : null}
        <Button look="quiet" size="small" onClick={on.onLeave}>
          {t('conversations.life.leave')}
        </Button>
      </div>
    </form>
  )
}

const most = 5
let rows = 0

function inRow({ day, clock }: Pick<Time, 'day' | 'clock'>): Time {
  rows += 1
  return { row: rows, day, clock }
}

function wholeTime({ day, clock }: Pick<Time, 'day' | 'clock'>) {
  return isDay(day) && clock !== '' ? [{ day, clock }] : []
}

/** "Tuesday 14 April, 10:00 in Lisbon, Europe; 11:00 for you". */
function bothClocks(
  t: Words,
  { day, clock }: { readonly day: `${number}-${number}-${number}`; readonly clock: string },
  { zone, wall }: { readonly zone: string; readonly wall: Wall },
): string {
  const at = instantAt(zone, day, clock)
  const own = { day: dayIn(wall.zone, at), clock: clockIn(wall.zone, at) }
  const when = { day: longDay(day, wall), clock, zone: zoneInWords(zone), own: own.clock }
  if (own.day === day && own.clock === clock) return t('conversations.offer.same', when)
  if (own.day === day) return t('conversations.offer.both', when)
  return t('conversations.offer.bothDays', { ...when, ownDay: longDay(own.day, wall) })
}

function zonesWith(zone: string): { value: string; words: string }[] {
  const known = Intl.supportedValuesOf('timeZone')
  const all = known.includes(zone) ? known : [zone, ...known]
  return all.map((value) => ({ value, words: zoneInWords(value) }))
}
