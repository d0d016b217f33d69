import {
  AudioLines,
  Building2,
  HeartHandshake,
  Landmark,
  Map as MapIcon,
  PenLine,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { type Mark, marksInOrder } from '../ui/marks.ts'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { Plate } from '../ui/Plate.tsx'
import { matchedParts } from './matches.ts'
import type { client } from './server.ts'
import styles from './Palette.module.css'

export type Hit = Awaited<ReturnType<typeof client.search.everything>>['hits'][number]

/** Something found, with the matching words shown. */
export function PaletteHit({ hit }: { hit: Hit }): ReactNode {
  return (
    <span className={styles.item}>
      <HitSign hit={hit} />
      <span className={styles.text}>
        <span className={hit.kind === 'line' || hit.kind === 'turn' ? styles.said : styles.name}>
          {matchedParts(hit.text, hit.matches).map(({ text, matches, at }) =>
            matches ? (
              <mark key={at} className={styles.match}>
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </span>
        {hit.under === '' ? null : <span className={styles.under}>{hit.under}</span>}
      </span>
    </span>
  )
}

function HitSign({ hit }: { hit: Hit }): ReactNode {
  if (hit.kind === 'person') return <Plate name={hit.text} size={28} />
  if (hit.kind === 'field') return <MapIcon aria-hidden />
  if (hit.kind === 'place') return <Landmark aria-hidden />
  if (hit.kind === 'introduction') return <HeartHandshake aria-hidden />
  if (hit.kind === 'organisation') return <Building2 aria-hidden />
  if (hit.kind === 'turn') return <AudioLines aria-hidden />
  return isMark(hit.mark) ? <MarkSquare mark={hit.mark} spoken /> : <PenLine aria-hidden />
}

function isMark(mark: string | null): mark is Mark {
  return marksInOrder.some((known) => known === mark)
}
