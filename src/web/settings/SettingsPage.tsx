import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../shell/Page.tsx'
import { Tabs } from '../ui/StageTabs.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { AccessPart } from './AccessPart.tsx'
import { BinPart } from './BinPart.tsx'
import { ChangesPart } from './ChangesPart.tsx'
import { ClocksPart } from './ClocksPart.tsx'
import { MailPart } from './MailPart.tsx'
import { MorningsPart } from './MorningsPart.tsx'
import { NamesPart } from './NamesPart.tsx'
import { NotebookPart } from './NotebookPart.tsx'
import { type Part, partOf, parts } from './parts.ts'
import { PhoneRoom } from './PhoneRoom.tsx'
import { YouPart } from './YouPart.tsx'
import styles from './Settings.module.css'

const rooms: { readonly [One in Part]: () => ReactNode } = {
  you: YouPart,
  clocks: ClocksPart,
  mornings: MorningsPart,
  mail: MailPart,
  names: NamesPart,
  bin: BinPart,
  changes: ChangesPart,
  access: AccessPart,
  phone: PhoneRoom,
  notebook: NotebookPart,
}

/** The settings, one part at a time. */
export function SettingsPage(): ReactNode {
  const t = useWords()
  const { part } = useSearch({ strict: false })
  const shown = partOf(part)
  const Room = rooms[shown]
  return (
    <Page title={t('place.settings')} dock="none" back="/">
      <div className={styles.page}>
        <Type look="h1" className={styles.title}>
          {t('place.settings')}
        </Type>
        <Tabs label={t('settings.parts')}>
          {parts.map((one) => (
            <Link
              key={one}
              ref={one === shown ? intoSight : undefined}
              to="/settings"
              search={{ part: one }}
              aria-current={one === shown ? 'page' : undefined}
            >
              {t(`settings.part.${one}`)}
            </Link>
          ))}
        </Tabs>
        <Room key={shown} />
      </div>
    </Page>
  )
}

/** On the phone the tabs are longer than the page is wide. */
function intoSight(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' })
}
