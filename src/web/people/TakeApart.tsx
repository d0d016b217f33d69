import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut, refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { SelectField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { plainDay, type Wall } from '../words/dates.ts'
import { capitalized, useWords } from '../words/words.ts'
import { byKeeper, given, namesApart, type Parting, type Thing } from './parting.ts'
import type { Person } from './shapes.ts'
import { Whose } from './Whose.tsx'
import styles from './Parting.module.css'

interface TakeApartProps {
  readonly person: Person
  readonly name: string
  readonly wall: Wall
  readonly onClose: () => void
}

const everyone = 'everyone'

/** What would go to whom, and whose the things are that nobody else can know; then they are parted. */
export function TakeApart({ person, name, wall, onClose }: TakeApartProps): ReactNode {
  const t = useWords()
  const [who, setWho] = useState(everyone)
  const asked = who === everyone ? { id: person.id } : { id: who, only: true }
  const parting = useAnswer(client.people.parting, asked)
  const records = person.records ?? []
  const names = namesApart(records, t('people.person.noName'))
  return (
    <Panel opened onClose={onClose} title={t('people.apart.title', { name })} size="xl">
      <Type look="read">{t('people.apart.lead')}</Type>
      {records.length > 2 ? (
        <SelectField
          label={t('people.apart.who')}
          value={who}
          onChange={setWho}
          options={[
            { value: everyone, words: t('people.apart.everyone') },
            ...records.map(({ id }) => ({
              value: id,
              words: t('people.apart.only', { name: names.get(id) }),
            })),
          ]}
        />
      ) : null}
      {parting.error ? (
        <p role="alert" className={styles.trouble}>
          {refusalInWords(parting.error)}
        </p>
      ) : null}
      {parting.data ? (
        <Parts key={who} parting={parting.data} asked={asked} wall={wall} onClose={onClose} />
      ) : (
        <Waiting lines={5} />
      )}
    </Panel>
  )
}

interface PartsProps {
  readonly parting: Parting
  readonly asked: { readonly id: string; readonly only?: boolean }
  readonly wall: Wall
  readonly onClose: () => void
}

function Parts({ parting, asked, wall, onClose }: PartsProps): ReactNode {
  const t = useWords()
  const [whose, setWhose] = useState<ReadonlyMap<string, string>>(new Map())
  const [busy, setBusy] = useState(false)
  const { members, certain, undecided } = parting
  const names = namesApart(members, t('people.person.noName'))
  const kept = byKeeper(members, certain)

  async function part(): Promise<void> {
    setBusy(true)
    const give = given(undecided, whose)
    const parted = await carryOut(client.people.unmerge, { ...asked, give }, (now) => {
      const left = now.undecided.length
      const called = now.people.map((one) => one.name || t('people.person.noName'))
      const said = t('people.apart.parted', { names: called.join(', ') })
      return left === 0 ? said : `${said} ${capitalized(t('people.apart.left', { count: left }))}`
    })
    setBusy(false)
    if (parted) onClose()
  }

  return (
    <>
      <section className={styles.part}>
        <SectionHead title={t('people.apart.theirs')} as="h3" />
        <ul className={styles.members}>
          {members.map(({ id, line, words, since }) => (
            <li key={id}>
              <Type look="name">{names.get(id)}</Type>
              <Type look="quiet" as="p">
                {[line, words, since && t('people.apart.since', { day: plainDay(since, wall) })]
                  .filter(Boolean)
                  .join(', ')}
              </Type>
              <Things things={kept.get(id) ?? []} wall={wall} />
            </li>
          ))}
        </ul>
      </section>
      {undecided.length === 0 ? null : (
        <section className={styles.part}>
          <SectionHead title={t('people.apart.came')} as="h3" />
          <Type look="second">{t('people.apart.whose')}</Type>
          <Whose things={undecided} names={names} whose={whose} onChange={setWhose} wall={wall} />
        </section>
      )}
      <div className={styles.acts}>
        <Button look="quiet" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button look="filled" disabled={busy} onClick={() => void part()}>
          {t('people.apart.verb')}
        </Button>
      </div>
    </>
  )
}

const most = 6

function Things({ things, wall }: { things: readonly Thing[]; wall: Wall }): ReactNode {
  const t = useWords()
  if (things.length === 0) return null
  return (
    <ul className={styles.things}>
      {things.slice(0, most).map(({ id, kind, words, day }) => (
        <li key={id}>
          <span className={styles.kind}>{t(`people.apart.kind.${kind}`)}</span>
          <span>{[words, day && plainDay(day, wall)].filter(Boolean).join(', ')}</span>
        </li>
      ))}
      {things.length > most ? (
        <li className={styles.kind}>{t('people.apart.more', { count: things.length - most })}</li>
      ) : null}
    </ul>
  )
}
