import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act, Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { capitalized, useWords } from '../words/words.ts'
import { namesApart, type Parting } from './parting.ts'
import { Whose } from './Whose.tsx'
import styles from './Parting.module.css'

/** What came while this was one person with somebody, and was left open when they were parted. */
export function OpenThings({ id, wall }: { id: string; wall: Wall }): ReactNode {
  const t = useWords()
  const [opened, setOpened] = useState(false)
  const { data } = useAnswer(client.people.parting, { id })
  const count = data?.undecided.length ?? 0
  if (!data || count === 0) return null
  return (
    <>
      <Type look="quiet" as="p" className={styles.open}>
        {capitalized(t('people.apart.open', { count }))}{' '}
        <Act onClick={() => setOpened(true)}>{t('people.apart.say')}</Act>
      </Type>
      {opened ? <SayWhose open={data} wall={wall} onClose={() => setOpened(false)} /> : null}
    </>
  )
}

interface SayWhoseProps {
  readonly open: Parting
  readonly wall: Wall
  readonly onClose: () => void
}

function SayWhose({ open, wall, onClose }: SayWhoseProps): ReactNode {
  const t = useWords()
  const [whose, setWhose] = useState<ReadonlyMap<string, string>>(new Map())
  const names = namesApart(open.members, t('people.person.noName'))

  async function give(): Promise<void> {
    const gifts = Map.groupBy(whose, ([, to]) => to)
    for (const [to, things] of gifts) {
      const ids = things.map(([thing]) => thing)
      const done = await carryOut(client.people.assign, { to, things: ids }, ({ changed }) =>
        capitalized(t('people.apart.assigned', { count: changed })),
      )
      if (!done) return
    }
    onClose()
  }

  return (
    <Panel opened onClose={onClose} title={t('people.apart.assignTitle')} size="xl">
      <Type look="second">{t('people.apart.whose')}</Type>
      <Whose things={open.undecided} names={names} whose={whose} onChange={setWhose} wall={wall} />
      <div className={styles.acts}>
        <Button look="quiet" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button look="filled" disabled={whose.size === 0} onClick={() => void give()}>
          {t('people.apart.assignVerb')}
        </Button>
      </div>
    </Panel>
  )
}
