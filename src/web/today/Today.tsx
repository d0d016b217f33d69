import type { ReactNode } from 'react'
import type { TodayGroup } from '../../notebook/today/places.ts'
import { LeftHere } from '../conversations/LeftHere.tsx'
import { Capture } from '../shell/Capture.tsx'
import { KeptHere } from '../shell/KeptHere.tsx'
import { commandKey } from '../shell/keys.ts'
import { openPalette } from '../shell/palette-opening.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { SearchOpener } from '../ui/SearchField.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { longDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Day, Item } from './day.ts'
import { ItemRow } from './ItemRow.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import { Rail } from './Rail.tsx'
import { sizeInWords } from './size.ts'
import styles from './Today.module.css'

interface TodayProps {
  readonly today: Day
  readonly wall: Wall
}

/** In the middle of the page, in order; what lies ahead stands in the rail. */
const inTheMiddle: readonly TodayGroup[] = ['now', 'thank', 'promises', 'waiting']

export function Today({ today, wall }: TodayProps): ReactNode {
  const t = useWords()
  const talks = today.next.filter(isTalk)
  const small = today.next.filter((item) => !isTalk(item))
  const middle = small.filter(({ group }) => inTheMiddle.includes(group))
  return (
    <>
      <header className={styles.head}>
        <div>
          <Type look="h1">{longDay(wall.today, wall)}</Type>
          <Type look="lead" className={styles.size}>
            {sizeInWords(t, today.counts)}
          </Type>
        </div>
        <div className={styles.find}>
          <SearchOpener hint={t('shell.find')} keys={`${commandKey} K`} onOpen={openPalette} />
        </div>
      </header>
      <div className={styles.capture}>
        <Capture />
      </div>
      <KeptHere />
      <LeftHere />
      <div className={styles.columns}>
        <div>
          {talks.map((item, at) => (
            <PlaceCard key={item.conversation} item={item} wall={wall} first={at === 0} />
          ))}
          {inTheMiddle.map((group) => (
            <Group key={group} group={group} items={middle} wall={wall} />
          ))}
          {talks.length + middle.length === 0 ? (
            <Empty sentence={t('today.empty.nothing')}>
              <ButtonLink to="/people" look="filled">
                {t('today.empty.people')}
              </ButtonLink>
            </Empty>
          ) : null}
        </div>
        <Rail today={today} wall={wall} />
      </div>
    </>
  )
}

/** A conversation that is today's place at the table. */
function isTalk({ what, conversation }: Item): boolean {
  return what === 'start' && conversation !== null
}

interface GroupProps {
  readonly group: TodayGroup
  readonly items: readonly Item[]
  readonly wall: Wall
}

function Group({ group, items, wall }: GroupProps): ReactNode {
  const t = useWords()
  const own = items.filter((item) => item.group === group)
  if (own.length === 0) return null
  return (
    <section className={styles.group}>
      <SectionHead title={t(`today.group.${group}`)} />
      <ul>
        {own.map((item) => (
          <ItemRow key={`${item.what} ${item.conversation} ${item.line}`} item={item} wall={wall} />
        ))}
      </ul>
    </section>
  )
}
