import { type ReactNode, useState } from 'react'
import { morningWords } from '../../notebook/mornings/morning.ts'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Type } from '../ui/Type.tsx'
import { capitalized, useWords } from '../words/words.ts'
import { MorningLetter } from './MorningLetter.tsx'
import { MorningWhen } from './MorningWhen.tsx'
import { Answered, PartHead } from './PartHead.tsx'
import { type Hindrance, hindranceHere, leaveHere, reachHere } from './push-here.ts'
import styles from './Settings.module.css'

type Shown = Awaited<ReturnType<typeof client.mornings.show>>

/** A word on this browser in the morning, and a mail to oneself, if one likes. */
export function MorningsPart(): ReactNode {
  const t = useWords()
  const answer = useAnswer(client.mornings.show, {})
  return (
    <>
      <PartHead part="mornings" lead={t('settings.mornings.lead')} />
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Morning key={String(shown.here === null)} shown={shown} />
            <MorningLetter shown={shown} />
          </>
        )}
      </Answered>
    </>
  )
}

type Wish = Omit<NonNullable<Shown['here']>, 'zone'>

const usual: Wish = { at: '08:00', days: 'working', says: 'quiet' }

function Morning({ shown: { here, others } }: { shown: Shown }): ReactNode {
  const t = useWords()
  const { zone } = useWall()
  const [hindrance, setHindrance] = useState<Hindrance | null>(hindranceHere)
  const [wish, setWish] = useState<Wish>(here ?? usual)
  const isImpossible = hindrance === 'insecure' || hindrance === 'unable'

  async function keep(): Promise<void> {
    const prepared = await carryOut(client.mornings.prepare, {}, () => null)
    if (!prepared) return
    const reach = await reachHere(prepared.key)
    if (typeof reach === 'string') return setHindrance(reach)
    setHindrance(null)
    await carryOut(client.mornings.keep, { ...wish, zone, ...reach }, () =>
      t('settings.mornings.kept'),
    )
  }

  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
      {here === null ? null : <Type look="second">{t('settings.mornings.here')}</Type>}
      <Choices wish={wish} onChange={setWish} />
      {hindrance === null ? null : <p role="status">{t(`settings.mornings.not.${hindrance}`)}</p>}
      <Button type="submit" look="filled" disabled={isImpossible}>
        {t(here === null ? 'settings.mornings.begin' : 'settings.mornings.change')}
      </Button>
      {here === null ? null : <EndHere />}
      {others === 0 ? null : (
        <Type look="quiet">{capitalized(t('settings.mornings.others', { count: others }))}</Type>
      )}
    </form>
  )
}

function EndHere(): ReactNode {
  const t = useWords()
  async function end(): Promise<void> {
    const ended = await carryOut(client.mornings.end, {}, () => t('settings.mornings.ended'))
    if (ended) await leaveHere()
  }
  return (
    <Button look="quiet" onClick={() => void end()}>
      {t('settings.mornings.end')}
    </Button>
  )
}

interface ChoicesProps {
  readonly wish: Wish
  readonly onChange: (wish: Wish) => void
}

function Choices({ wish, onChange }: ChoicesProps): ReactNode {
  const t = useWords()
  return (
    <>
      <MorningWhen wish={wish} onChange={(when) => onChange({ ...wish, ...when })} />
      <Segmented
        question={t('settings.mornings.says.question')}
        answers={morningWords.map((value) => ({
          value,
          words: t(`settings.mornings.says.${value}`),
        }))}
        value={wish.says}
        onChange={(says) => onChange({ ...wish, says })}
      />
      <Type look="quiet">{t('settings.mornings.saysHint')}</Type>
    </>
  )
}
