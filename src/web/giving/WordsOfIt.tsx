import { type ReactNode, useState } from 'react'
import { type Side, sides } from '../../craft/introductions/introduction.ts'
import { readAnew } from '../shell/answers.ts'
import { sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useKeeping } from '../shell/use-keeping.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { calledIn } from './sides.ts'
import type { Introduction } from './types.ts'
import styles from './Giving.module.css'

type Written = Pick<Introduction, 'lines' | 'reasons' | 'both' | 'about' | 'question' | 'named'>

/** What the letters are made of: what it is about, a line about each, and why each may be glad of it. */
export function WordsOfIt({ introduction }: { introduction: Introduction }): ReactNode {
  const t = useWords()
  const { id, me, shape } = introduction
  const [own, setOwn] = useState<Partial<Written>>({})
  const now: Written = { ...introduction, ...own }
  const of = (side: Side) => ({ name: calledIn(t, introduction, side) })
  const verb = (words: Partial<Written>) => client.introductions.change({ id, ...words })
  // What is shown stays as it was written: the notebook takes the blanks at the end off.
  const keeper = useKeeping(verb, { onKept: () => void readAnew(), onRefused: sayRefused })

  function change(some: Partial<Written>): void {
    const next = { ...own, ...some }
    setOwn(next)
    keeper.later(next)
  }

  async function keep(): Promise<void> {
    if ((await keeper.now()) !== null) toast(t('giving.kept'))
  }

  return (
    <section>
      <SectionHead title={t('giving.words.title')} />
      <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
        <TextField
          label={t('giving.words.about')}
          hint={t('giving.words.aboutHint')}
          value={now.about}
          maxLength={500}
          onChange={(about) => change({ about })}
        />
        {sides.map((side) => (
          <TextArea
            key={`line ${side}`}
            serif
            label={side === me ? t('giving.words.lineMe') : t('giving.words.line', of(side))}
            hint={t('giving.words.lineHint')}
            value={now.lines[side]}
            maxLength={500}
            onChange={(text) => change({ lines: { ...now.lines, [side]: text } })}
          />
        ))}
        {sides.map((side) => (
          <TextArea
            key={`reason ${side}`}
            serif
            label={side === me ? t('giving.words.reasonMe') : t('giving.words.reason', of(side))}
            value={now.reasons[side]}
            maxLength={500}
            onChange={(text) => change({ reasons: { ...now.reasons, [side]: text } })}
          />
        ))}
        {me === 'connector' ? (
          <TextArea
            serif
            label={t('giving.words.both')}
            value={now.both}
            maxLength={500}
            onChange={(both) => change({ both })}
          />
        ) : (
          <TextArea
            serif
            label={t('giving.words.question')}
            value={now.question}
            maxLength={500}
            onChange={(question) => change({ question })}
          />
        )}
        {me === 'connector' && shape === 'asked' ? (
          <label>
            <input
              type="checkbox"
              checked={now.named}
              onChange={(event) => change({ named: event.currentTarget.checked })}
            />{' '}
            {t('giving.words.named', of('requester'))}
          </label>
        ) : null}
        {introduction.givenAway.map(({ side, words, name }) => (
          <p key={`${side} ${words}`} role="status" className={styles.trouble}>
            {t('giving.words.givenAway', { name, side: of(side).name })}
          </p>
        ))}
        <div className={styles.acts}>
          <Button type="submit" aria-disabled={Object.keys(own).length === 0}>
            {t('giving.words.keep')}
          </Button>
        </div>
      </form>
    </section>
  )
}
