import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Row } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { dayAndClock, type Wall, whenInWords } from '../words/dates.ts'
import { capitalized, useWords, type Words } from '../words/words.ts'
import { EndAccess } from './EndAccess.tsx'
import { Grant } from './Grant.tsx'
import { Invite } from './Invite.tsx'
import { Answered, PartHead } from './PartHead.tsx'
import { SignOut } from './SignOut.tsx'
import styles from './Settings.module.css'

type Access = Awaited<ReturnType<typeof client.access.list>>

/** Browsers that are signed in, keys of programs, and a way to let in more. */
export function AccessPart(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const answer = useAnswer(client.access.list, {})
  return (
    <>
      <PartHead part="access" lead={t('settings.access.lead')} />
      <Answered answer={answer}>
        {({ browsers, keys }) => (
          <>
            <section className={styles.block}>
              <SectionHead title={t('settings.access.browsers')} as="h3" />
              <ul>
                {browsers.map((browser) => (
                  <BrowserRow key={browser.id} browser={browser} wall={wall} />
                ))}
              </ul>
              <Invite />
            </section>
            <section className={styles.block}>
              <SectionHead title={t('settings.access.keys')} as="h3" />
              {keys.length === 0 ? (
                <Type look="second">{t('settings.access.noKeys')}</Type>
              ) : (
                <ul>
                  {keys.map((key) => (
                    <KeyRow key={key.id} held={key} wall={wall} />
                  ))}
                </ul>
              )}
              <Grant />
            </section>
          </>
        )}
      </Answered>
    </>
  )
}

function seenInWords(t: Words, seenAt: string | null, wall: Wall): string {
  if (seenAt === null) return t('settings.access.unseen')
  const { day, clock } = dayAndClock(seenAt, wall.zone)
  return t('settings.access.seen', { day: whenInWords(t, day, clock, wall) })
}

function BrowserRow({
  browser,
  wall,
}: {
  browser: Access['browsers'][number]
  wall: Wall
}): ReactNode {
  const t = useWords()
  const name = browser.device
  return (
    <Row
      as="li"
      name={name}
      when={browser.thisOne ? t('settings.access.here') : undefined}
      act={browser.thisOne ? <SignOut /> : <EndAccess what="browser" id={browser.id} name={name} />}
    >
      {capitalized(seenInWords(t, browser.seenAt, wall))}
    </Row>
  )
}

/** What a key opens; that it may send letters or open answers is always said. */
function rightsInWords(t: Words, rights: readonly string[]): string[] {
  return [
    t(`settings.access.right.${rights.includes('notebook:write') ? 'write' : 'read'}`),
    ...(rights.includes('mail:send') ? [t('settings.access.mail.send')] : []),
    ...(rights.includes('mail:read') ? [t('settings.access.mail.open')] : []),
  ]
}

function KeyRow({ held, wall }: { held: Access['keys'][number]; wall: Wall }): ReactNode {
  const t = useWords()
  const { name } = held
  return (
    <Row as="li" name={name} act={<EndAccess what="key" id={held.id} name={name} />}>
      {capitalized(
        [...rightsInWords(t, held.rights), seenInWords(t, held.seenAt, wall)].join(', '),
      )}
    </Row>
  )
}
