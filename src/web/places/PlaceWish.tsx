import type { ReactNode } from 'react'
import { movings, wants } from '../../notebook/nouns/noun.ts'
import { InPlace } from '../conversations/InPlace.tsx'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Card } from '../ui/Card.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Type } from '../ui/Type.tsx'
import { roughDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { PlaceShown } from './types.ts'
import styles from './Places.module.css'

/** How much one wants to be there, and what moves: answers in words, and a line with its day. */
export function PlaceWish({ place, wall }: { place: PlaceShown; wall: Wall }): ReactNode {
  const t = useWords()
  const { id: which, name, want, moving } = place
  const kept = t('places.movingKept', { name })

  function move(level: string): void {
    const chosen = movings.find((one) => String(one) === level)
    const said = { why: moving?.why ?? '' }
    void keep({ which, moving: chosen === undefined ? null : { level: chosen, ...said } }, kept)
  }

  return (
    <Card className={styles.wishes}>
      <Segmented
        question={t('places.want.question')}
        answers={wants.map((one) => ({ value: String(one), words: t(`places.want.${one}`) }))}
        value={String(want)}
        onChange={(answer) => {
          const chosen = wants.find((one) => String(one) === answer)
          if (chosen === undefined) return
          void keep({ which, want: chosen }, t('places.wantKept', { name }))
        }}
      />
      <Segmented
        question={t('places.moving.question')}
        answers={[
          { value: 'none', words: t('places.moving.none') },
          ...movings.map((one) => ({ value: String(one), words: t(`places.moving.${one}`) })),
        ]}
        value={moving === null ? 'none' : String(moving.level)}
        onChange={move}
      />
      <section>
        <Type look="h4" as="h2">
          {t('places.moves')}
        </Type>
        <InPlace
          what={t('places.moves')}
          text={moving?.why ?? ''}
          empty={t('places.movesEmpty')}
          onKeep={async (why) => {
            const change = { which, moving: { level: moving?.level ?? 2, why } } as const
            return (await keep(change, kept)) !== null
          }}
        />
        {moving === null ? null : (
          <p className={styles.on}>{t('places.said', { day: roughDay(t, moving.on, wall) })}</p>
        )}
      </section>
    </Card>
  )
}

function keep(change: Parameters<typeof client.places.change>[0], words: string) {
  return carryOut(client.places.change, change, () => words)
}
