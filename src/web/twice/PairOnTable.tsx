import type { ReactNode } from 'react'
import { sourcesOf } from '../people/sources.ts'
import { useFileOf } from '../people/use-file-of.ts'
import { useAnswer } from '../shell/answers.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { useNarrow } from '../shell/narrow.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { ActLink } from '../ui/Button.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { capitalized, useWords, type Words } from '../words/words.ts'
import type { Asked } from './asked.ts'
import { ownSource, sideOf } from './origins.ts'
import { type Row, sideBySide } from './side-by-side.ts'
import { SideBySide } from './SideBySide.tsx'
import styles from './Queue.module.css'

/** One pair: why they may be one, the most telling first, and what each of the two records says. */
export function PairOnTable({ pair }: { pair: Asked }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const narrow = useNarrow()
  const one = useAnswer(client.people.show, { id: pair.a })
  const other = useAnswer(client.people.show, { id: pair.b })
  const error = one.error ?? other.error
  const known = [one.data, other.data].filter((person) => person !== undefined)
  const fileOf = useFileOf(sourcesOf(...known))
  return (
    <>
      <p className={styles.reasons}>
        {inSentence(t, 'twice.reasons', pair.reasons.slice(0, narrow ? 3 : 6))}{' '}
        {inSentence(t, 'twice.against', pair.against.slice(0, narrow ? 2 : 4))}
      </p>
      {error === null || (one.data && other.data) ? null : (
        <p role="alert" className={styles.trouble}>
          {refusalInWords(error)}
        </p>
      )}
      {one.data && other.data ? (
        <>
          <SideBySide
            one={sideOf(t, one.data, { fileOf, wall })}
            other={sideOf(t, other.data, { fileOf, wall })}
            rows={sideBySide(one.data, other.data, { t, wall }).filter(isBelowHead)}
            fromOf={ownSource(t, [one.data, other.data], { fileOf, wall })}
            between={<span className={styles.sure}>{t(`twice.sure.${pair.sure}`)}</span>}
          />
          <p className={styles.choose}>
            <ActLink
              to="/twice/$one/$other"
              params={{ one: pair.a, other: pair.b }}
              search={{ from: 'queue' }}
            >
              {t('twice.choose.open')}
            </ActLink>
          </p>
        </>
      ) : (
        <Waiting lines={8} />
      )}
    </>
  )
}

/** The names stand at the head already. */
function isBelowHead({ part }: Row): boolean {
  return part !== 'name'
}

function inSentence(
  t: Words,
  key: 'twice.reasons' | 'twice.against',
  reasons: readonly string[],
): string {
  return reasons.length === 0 ? '' : capitalized(t(key, { reasons: reasons.join('; ') }))
}
