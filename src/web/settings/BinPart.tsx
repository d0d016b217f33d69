import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Act, Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Row } from '../ui/Row.tsx'
import { longDay, type Wall } from '../words/dates.ts'
import { capitalized, useWords } from '../words/words.ts'
import { Answered, PartHead } from './PartHead.tsx'
import styles from './Settings.module.css'

type Thing = Awaited<ReturnType<typeof client.bin.list>>['things'][number]

/** What was put away, and until when it can be taken out. */
export function BinPart(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const answer = useAnswer(client.bin.list, {})
  return (
    <>
      <PartHead part="bin" lead={t('settings.bin.lead')} />
      <Answered answer={answer}>
        {({ things }) =>
          things.length === 0 ? (
            <Empty sentence={t('settings.bin.empty')} />
          ) : (
            <>
              <ul>
                {things.map((thing) => (
                  <BinRow key={thing.id} thing={thing} wall={wall} />
                ))}
              </ul>
              <EmptyIt things={things} />
            </>
          )
        }
      </Answered>
    </>
  )
}

const kinds = [
  'person',
  'conversation',
  'field',
  'organisation',
  'question',
  'transcript',
  'attachment',
] as const

function BinRow({ thing, wall }: { thing: Thing; wall: Wall }): ReactNode {
  const t = useWords()
  const name = thing.name || t('settings.bin.noName')
  const kind = kinds.find((known) => known === thing.kind) ?? 'other'
  async function restore(): Promise<void> {
    await carryOut(client.bin.restore, { ids: [thing.id] }, ({ renamed: [now] }) =>
      now ? t('settings.bin.restoredAs', now) : t('settings.bin.restored', { name }),
    )
  }
  return (
    <Row
      as="li"
      name={name}
      when={t('settings.bin.until', { day: longDay(thing.until, wall) })}
      act={
        <Act aria-label={t('settings.bin.restoreOf', { name })} onClick={() => void restore()}>
          {t('settings.bin.restore')}
        </Act>
      }
    >
      {t(`settings.bin.kind.${kind}`)}
    </Row>
  )
}

function EmptyIt({ things }: { things: readonly Thing[] }): ReactNode {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  async function clear(): Promise<void> {
    setAsking(false)
    const ids = things.map(({ id }) => id)
    await carryOut(client.bin.empty, { ids }, () => t('settings.bin.cleared'))
  }
  return (
    <div className={styles.block}>
      <Button onClick={() => setAsking(true)}>{t('settings.bin.clear')}</Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('settings.bin.clearTitle')}
        sentence={capitalized(t('settings.bin.clearSentence', { count: things.length }))}
        verb={t('settings.bin.clear')}
        onConfirm={() => void clear()}
        to="destroy"
      />
    </div>
  )
}
