import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Card } from '../ui/Card.tsx'
import { Type } from '../ui/Type.tsx'
import { roughDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { drawCurve } from './curve-drawing.ts'
import { curveFrom, curveInWords } from './theme-words.ts'
import type { CurveShown } from './types.ts'
import styles from './Curve.module.css'

/** Whether new themes get rare: a sentence, the curve of themes so far, and the same as a table. */
export function Curve({ curve, wall }: { curve: CurveShown; wall: Wall }): ReactNode {
  const t = useWords()
  const { title, sentence, wash } = curveInWords(t, curve)
  const { at, run, conversations } = curve
  const isTold = conversations.length >= curveFrom && curve.state !== 'too-few'
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        {isTold && at !== null ? (
          <span className={styles.big} aria-hidden>
            {at}
            <i>+</i>
            {run}
          </span>
        ) : null}
        <div>
          <Type look="h3" as="h2">
            {title}
          </Type>
          <Type look="second">{sentence}</Type>
        </div>
      </div>
      {isTold ? (
        <>
          <Drawing curve={curve} wash={wash} />
          <Type look="second">{t('themes.curve.axis')}</Type>
          <Type look="second" className={styles.hint}>
            {t('themes.curve.hint')}
          </Type>
          <AsTable curve={curve} wall={wall} />
        </>
      ) : null}
    </Card>
  )
}

function Drawing({ curve, wash }: { curve: CurveShown; wash: string }): ReactNode {
  const t = useWords()
  const { at, run, conversations } = curve
  const { width, height, floor, points, bars, band, line, thread } = drawCurve(curve)
  const last = points.at(-1)
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('themes.curve.picture', {
        numbers: conversations.map(({ themes }) => themes).join(', '),
      })}
    >
      {band ? <rect {...band} y={18} height={floor - 18} className={styles.band} /> : null}
      <path d={`M14 ${floor}H${width - 14}`} className={styles.floor} />
      {bars.map((bar) => (
        <rect key={bar.x} {...bar} className={styles.bar} />
      ))}
      <path d={line} className={styles.line} />
      <path d={thread} className={styles.thread} />
      {points.map(({ x, y }, index) => (
        <circle
          key={x}
          cx={x}
          cy={y}
          r={index + 1 === at ? 6 : points.length > 24 ? 2 : 4}
          className={styles.point}
        />
      ))}
      {points.map(({ x, number, isNamed }) =>
        isNamed ? (
          <text
            key={x}
            x={x}
            y={floor + 20}
            className={number === at ? styles.here : styles.number}
          >
            {number}
          </text>
        ) : null,
      )}
      {band && band.width > 80 ? (
        <text x={band.x + band.width / 2} y={floor - 60} className={styles.wash}>
          <tspan x={band.x + band.width / 2}>{t('themes.curve.wash', { count: run })}</tspan>
          <tspan x={band.x + band.width / 2} dy="1.25em">
            {wash}
          </tspan>
        </text>
      ) : null}
      {last ? (
        <text x={last.x} y={last.y - 11} className={styles.total}>
          {conversations.at(-1)?.themes}
        </text>
      ) : null}
    </svg>
  )
}

function AsTable({ curve, wall }: { curve: CurveShown; wall: Wall }): ReactNode {
  const t = useWords()
  return (
    <details className={styles.table}>
      <summary>{t('themes.curve.table')}</summary>
      <table>
        <caption>{t('themes.curve.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('themes.curve.conversation')}</th>
            <th scope="col">{t('themes.curve.day')}</th>
            <th scope="col">{t('themes.curve.new')}</th>
            <th scope="col">{t('themes.curve.soFar')}</th>
          </tr>
        </thead>
        <tbody>
          {curve.conversations.map(({ id, day, newThemes, themes }, index) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/conversations/$id/after" params={{ id }}>
                  {index + 1}
                </Link>
              </th>
              <td>{roughDay(t, day, wall)}</td>
              <td>{newThemes}</td>
              <td>{themes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
