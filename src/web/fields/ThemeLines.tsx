import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { LineChoice } from './LineChoice.tsx'
import type { Insight, ThemeShown } from './types.ts'
import styles from './Themes.module.css'

interface ThemeLinesProps {
  readonly theme: ThemeShown
  readonly insights: ReadonlyMap<string, Insight>
  readonly wall: Wall
  readonly onClose: () => void
}

/** All that was said of a theme; what is chosen is taken out, changes sides, or becomes a theme of its own. */
export function ThemeLines({ theme, insights, wall, onClose }: ThemeLinesProps): ReactNode {
  const t = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [claim, setClaim] = useState('')
  const { id } = theme
  const there = theme.lines.filter(({ line }) => chosen.has(line))
  const lines = there.map(({ line }) => line)
  const count = lines.length
  const isBack = count > 0 && there.every(({ otherwise }) => otherwise)

  async function afterwards(done: Promise<unknown>): Promise<void> {
    if ((await done) === null) return
    setChosen(new Set())
    setClaim('')
    if (count === theme.lines.length) onClose()
  }

  const takeOut = () =>
    carryOut(client.themes.release, { theme: id, lines }, () =>
      t('themes.lines.outDone', { count }),
    )
  const turn = () =>
    carryOut(client.themes.gather, { theme: id, lines, otherwise: !isBack }, () =>
      t('themes.lines.flipped', { count }),
    )
  const split = () =>
    carryOut(client.themes.split, { theme: id, lines, claim }, () =>
      t('themes.lines.splitDone', { claim }),
    )

  return (
    <div className={styles.panel}>
      <Type look="second">
        {t(theme.lines.length === 0 ? 'themes.lines.none' : 'themes.lines.lead')}
      </Type>
      <LineChoice
        label={t('themes.lines.title')}
        lines={theme.lines.flatMap(({ line, otherwise }) => {
          const insight = insights.get(line)
          return insight ? [{ ...insight, otherwise }] : []
        })}
        chosen={chosen}
        onChange={setChosen}
        wall={wall}
      />
      {count > 0 ? (
        <div className={styles.gather}>
          <Type look="second" aria-live="polite">
            {t('themes.left.chosen', { count })}
          </Type>
          <div className={styles.acts}>
            <Button size="small" onClick={() => void afterwards(takeOut())}>
              {t('themes.lines.out')}
            </Button>
            <Button size="small" onClick={() => void afterwards(turn())}>
              {t(isBack ? 'themes.lines.flipBack' : 'themes.lines.flip')}
            </Button>
          </div>
          <form
            className={styles.split}
            onSubmit={(event) => (event.preventDefault(), void afterwards(split()))}
          >
            <TextField
              serif
              label={t('themes.left.claim')}
              value={claim}
              onChange={setClaim}
              maxLength={400}
            />
            <Button type="submit" disabled={claim.trim() === ''}>
              {t('themes.lines.split')}
            </Button>
          </form>
        </div>
      ) : null}
    </div>
  )
}
