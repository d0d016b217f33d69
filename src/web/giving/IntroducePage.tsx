import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { PeopleChooser } from '../conversations/PeopleChooser.tsx'
import type { Named } from '../conversations/plan.ts'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { partsOf, type Way, ways } from './ways.ts'
import styles from './Giving.module.css'

const route = getRouteApi('/giving/introduce')

/** Where an introduction begins: who brings whom together, and what it is about. */
export function IntroducePage(): ReactNode {
  const t = useWords()
  const { person, through, conversation } = route.useSearch()
  const connector = useNamed(through)
  const other = useNamed(person)
  if (connector === 'coming' || other === 'coming') {
    return (
      <Page title={t('giving.introduce')} back="/giving" dock="none">
        <Waiting />
      </Page>
    )
  }
  const first = [connector, other].flatMap((one) => one ?? [])
  const way = through === undefined ? 'idea' : 'through'
  return <Begin first={first} begun={way} conversation={conversation} />
}

/** Somebody whom the address names; null where nobody is, or nobody is known by it. */
function useNamed(id: string | undefined): Named | null | 'coming' {
  const known = useAnswer(client.people.show, { id: id ?? '' }, { when: id !== undefined })
  if (known.data) return { id: known.data.id, name: known.data.name }
  return id !== undefined && known.error === null ? 'coming' : null
}

/** What was done by beginning it: who is asked for, or is asked to connect, has been asked by now. */
const didWords = {
  idea: 'giving.begin.did',
  asked: 'giving.begin.didAsked',
  through: 'giving.begin.did',
  target: 'giving.begin.didTarget',
} as const satisfies Readonly<Record<Way, string>>

interface BeginProps {
  readonly first: readonly Named[]
  readonly begun: Way
  readonly conversation: string | undefined
}

function Begin({ first, begun, conversation }: BeginProps): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const [way, setWay] = useState<Way>(begun)
  const [people, setPeople] = useState(first)
  const [about, setAbout] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const isReady = people.length === 2

  async function begin(): Promise<void> {
    const [one, other] = people
    if (!one || !other || people.length > 2) return setTrouble(t('giving.begin.two'))
    const parts = partsOf(way, one.id, other.id)
    const cameUp = conversation === undefined ? {} : { conversation }
    const made = await carryOut(client.introductions.plan, { ...parts, about, ...cameUp }, () =>
      t(didWords[way]),
    )
    if (made) await navigate({ to: '/giving/introductions/$id', params: { id: made.id } })
  }

  return (
    <Page title={t('giving.introduce')} back="/giving" dock="none">
      <header className={styles.head}>
        <Type look="h1" onPhone="unseen">
          {t('giving.introduce')}
        </Type>
        <Type look="lead">{t('giving.begin.lead')}</Type>
      </header>
      <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void begin())}>
        <Segmented
          question={t('giving.begin.who')}
          answers={ways.map((value) => ({ value, words: t(`giving.begin.way.${value}`) }))}
          value={way}
          onChange={setWay}
        />
        <Type look="second">{t(`giving.begin.order.${way}`)}</Type>
        <PeopleChooser
          chosen={people}
          onChange={(chosen) => (setTrouble(null), setPeople(chosen))}
        />
        {trouble === null ? null : (
          <p role="alert" className={styles.trouble}>
            {trouble}
          </p>
        )}
        <TextField
          label={t('giving.words.about')}
          hint={t('giving.words.aboutHint')}
          value={about}
          maxLength={500}
          onChange={setAbout}
        />
        <div className={styles.acts}>
          <Button type="submit" look="filled" aria-disabled={!isReady}>
            {t('giving.begin.verb')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
