import { Split } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Act } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Dots } from '../ui/Dots.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Said } from './Said.tsx'
import { ageInWords, peopleInWords } from './theme-words.ts'
import { ThemeLines } from './ThemeLines.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'
import type { Insight, ThemeShown } from './types.ts'
import styles from './Themes.module.css'

interface ThemeProps {
  readonly theme: ThemeShown
  /** The others of the field, with which it may be one. */
  readonly others: readonly ThemeShown[]
  /** By the id of the line. */
  readonly insights: ReadonlyMap<string, Insight>
  readonly wall: Wall
}

/** So many of each side are quoted. */
const quoted = { so: 2, otherwise: 1 }

/** One claim: how many people say so and how many otherwise, and their words. */
export function Theme({ theme, others, insights, wall }: ThemeProps): ReactNode {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  const { claim, about, so, otherwise, contested, lines } = theme
  const words = t('themes.allLines', { count: lines.length })
  const age = ageInWords(t, theme, wall)
  return (
    <section className={styles.theme} aria-label={claim}>
      <div className={styles.head}>
        <Type look="h3" as="h2">
          {claim}
        </Type>
        {contested ? (
          <Chip hue="honey" icon={<Split aria-hidden />}>
            {t('themes.contested')}
          </Chip>
        ) : null}
        <Act
          aria-label={t('themes.linesOf', { words, claim })}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          {words}
        </Act>
        <ThemeMenu theme={theme} others={others} />
      </div>
      <div className={styles.voices}>
        {so.length + otherwise.length > 0 ? (
          <Dots agree={so.length} otherwise={otherwise.length} />
        ) : null}
        <Type look="second">{[peopleInWords(t, theme), age].filter(Boolean).join(' ')}</Type>
      </div>
      {about === '' ? null : <Type look="second">{about}</Type>}
      {toQuote(theme, insights).map(({ insight, isOtherwise }) => (
        <Said key={insight.line} insight={insight} otherwise={isOtherwise} wall={wall} />
      ))}
      <Panel opened={isOpen} onClose={() => setOpen(false)} title={claim} size="lg">
        <ThemeLines theme={theme} insights={insights} wall={wall} onClose={() => setOpen(false)} />
      </Panel>
    </section>
  )
}

/** Quotes before advice before facts, one of a person, and always one of another mind where there is one. */
function toQuote(theme: ThemeShown, insights: ReadonlyMap<string, Insight>) {
  const shown = new Set<string | null>()
  const left = { ...quoted }
  const found = theme.lines.flatMap(({ line, otherwise }) => {
    const insight = insights.get(line)
    return insight ? [{ insight, isOtherwise: otherwise }] : []
  })
  const inOrder = found.toSorted((a, b) => rankOf(a.insight) - rankOf(b.insight))
  const chosen = inOrder.filter(({ insight, isOtherwise }) => {
    const side = isOtherwise ? 'otherwise' : 'so'
    if (left[side] === 0 || (insight.person !== null && shown.has(insight.person))) return false
    left[side] -= 1
    shown.add(insight.person)
    return true
  })
  return chosen.toSorted((a, b) => Number(a.isOtherwise) - Number(b.isOtherwise))
}

function rankOf({ mark }: Insight): number {
  return ['"', '!', '='].indexOf(mark)
}
