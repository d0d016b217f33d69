import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { morningLetterWords } from '../../notebook/mornings/morning-letter.ts'
import { carryOut } from '../shell/deeds.ts'
import { focusOn } from '../shell/keys.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { MorningWhen } from './MorningWhen.tsx'
import styles from './Settings.module.css'

type Shown = Awaited<ReturnType<typeof client.mornings.show>>
type Letter = NonNullable<Shown['letter']>

/** What waits, by the owner's own mail account to themselves, if one likes. */
export function MorningLetter({ shown: { letter, address } }: { shown: Shown }): ReactNode {
  const t = useWords()
  return (
    <section className={styles.block} aria-label={t('settings.mornings.letter.title')}>
      <SectionHead title={t('settings.mornings.letter.title')} as="h3" />
      {address === null ? (
        <Type look="second">
          {t('settings.mornings.letter.noAccount')}{' '}
          <Link to="/settings" search={{ part: 'mail' }}>
            {t('settings.mornings.letter.setMail')}
          </Link>
        </Type>
      ) : (
        <>
          <div className={styles.told}>
            <Type look="read">{t('settings.mornings.letter.lead', { address })}</Type>
          </div>
          <LetterForm letter={letter} />
        </>
      )}
    </section>
  )
}

type Wish = Pick<Letter, 'at' | 'days' | 'says'>

const usual: Wish = { at: '08:00', days: 'working', says: 'items' }

function LetterForm({ letter }: { letter: Letter | null }): ReactNode {
  const t = useWords()
  const { zone } = useWall()
  const [wish, setWish] = useState<Wish>(letter ?? usual)
  const { at, days, says } = wish

  async function keep(): Promise<void> {
    const morning = { at, days, says, zone, link: location.origin }
    await carryOut(client.mornings.write, morning, () => t('settings.mornings.letter.kept'))
  }

  async function end(): Promise<void> {
    const ended = await carryOut(client.mornings['write-no-more'], {}, () =>
      t('settings.mornings.letter.ended'),
    )
    if (!ended) return
    setWish(usual)
    // The button that was pressed is gone.
    focusOn('[data-morning-letter]')
  }

  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
      <div role="status" className={letter?.trouble ? styles.trouble : undefined}>
        {letter === null ? null : <Type look="second">{standingOf(letter)}</Type>}
      </div>
      <MorningWhen wish={wish} onChange={(when) => setWish({ ...wish, ...when })} />
      <Segmented
        question={t('settings.mornings.letter.says.question')}
        answers={morningLetterWords.map((value) => ({
          value,
          words: t(`settings.mornings.letter.says.${value}`),
        }))}
        value={says}
        onChange={(next) => setWish({ ...wish, says: next })}
      />
      <Type look="quiet">{t('settings.mornings.letter.hint', { link: location.host })}</Type>
      <div className={styles.acts}>
        <Button type="submit" data-morning-letter>
          {t(letter === null ? 'settings.mornings.letter.begin' : 'settings.mornings.change')}
        </Button>
        {letter === null ? null : (
          <Button look="quiet" onClick={() => void end()}>
            {t('settings.mornings.letter.end')}
          </Button>
        )}
      </div>
    </form>
  )

  function standingOf({ trouble, stopped }: Letter): string {
    if (trouble === null) return t('settings.mornings.letter.here')
    const what = stopped ? 'stopped' : 'later'
    return t(`settings.mornings.letter.${what}`, { why: trouble })
  }
}
