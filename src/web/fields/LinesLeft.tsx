import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act, Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { SelectField, TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { LineChoice, type LineToChoose } from './LineChoice.tsx'
import type { ThemesShown } from './types.ts'
import styles from './Themes.module.css'

interface LinesLeftProps {
  readonly themes: ThemesShown
  readonly lines: readonly LineToChoose[]
  readonly wall: Wall
}

const first = 8

/** What was said and makes no theme yet: chosen, and put into one sentence or under one that is there. */
export function LinesLeft({ themes, lines, wall }: LinesLeftProps): ReactNode {
  const t = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isOpen, setOpen] = useState(false)
  const there = lines.filter(({ line }) => chosen.has(line)).map(({ line }) => line)
  return (
    <section className={styles.left}>
      <Type look="h3" as="h2">
        {t('themes.left.title')}
      </Type>
      <Type look="second" className={styles.lead}>
        {t(lines.length === 0 ? 'themes.left.all' : 'themes.left.lead')}
      </Type>
      <LineChoice
        label={t('themes.left.title')}
        lines={isOpen ? lines : lines.slice(0, first)}
        chosen={chosen}
        onChange={setChosen}
        wall={wall}
      />
      {lines.length > first && !isOpen ? (
        <Act onClick={() => setOpen(true)}>{t('themes.left.more')}</Act>
      ) : null}
      {there.length > 0 ? (
        <Gather themes={themes} lines={there} onDone={() => setChosen(new Set())} />
      ) : null}
    </section>
  )
}

interface GatherProps {
  readonly themes: ThemesShown
  readonly lines: readonly string[]
  readonly onDone: () => void
}

const fresh = ''

function Gather({ themes, lines, onDone }: GatherProps): ReactNode {
  const t = useWords()
  const [into, setInto] = useState(fresh)
  const [claim, setClaim] = useState('')
  const [side, setSide] = useState<'so' | 'otherwise'>('so')
  const theme = themes.themes.find(({ id }) => id === into)

  async function keep(): Promise<void> {
    const done = theme
      ? await carryOut(
          client.themes.gather,
          { theme: theme.id, lines: [...lines], otherwise: side === 'otherwise' },
          () => t('themes.left.gathered', { claim: theme.claim }),
        )
      : await carryOut(client.themes.make, { field: themes.id, claim, lines: [...lines] }, () =>
          t('themes.left.made', { claim }),
        )
    if (done) onDone()
  }

  return (
    <form
      className={styles.gather}
      aria-label={t('themes.left.chosen', { count: lines.length })}
      onSubmit={(event) => (event.preventDefault(), void keep())}
    >
      <Type look="second" aria-live="polite">
        {t('themes.left.chosen', { count: lines.length })}
      </Type>
      {themes.themes.length > 0 ? (
        <SelectField
          label={t('themes.left.into')}
          value={into}
          onChange={setInto}
          options={[
            { value: fresh, words: t('themes.left.fresh') },
            ...themes.themes.map(({ id, claim: words }) => ({ value: id, words })),
          ]}
        />
      ) : null}
      {theme ? (
        <Segmented
          question={t('themes.left.side')}
          answers={[
            { value: 'so', words: t('themes.left.so') },
            { value: 'otherwise', words: t('themes.left.otherwise') },
          ]}
          value={side}
          onChange={setSide}
        />
      ) : (
        <TextField
          serif
          label={t('themes.left.claim')}
          placeholder={t('themes.left.claimHint')}
          value={claim}
          onChange={setClaim}
          maxLength={400}
        />
      )}
      <div>
        <Button type="submit" look="filled" disabled={!theme && claim.trim() === ''}>
          {t(theme ? 'themes.left.keep' : 'themes.left.make')}
        </Button>
      </div>
    </form>
  )
}
