import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** The table after the meal: the only drawing of the house, for the first day. */
export function TableDrawing(): ReactNode {
  const t = useWords()
  return (
    <svg viewBox="0 0 560 560" role="img" aria-label={t('drawing.table')} width="100%" fill="none">
      <Chair />
      <Chair turned={180} />
      <circle
        cx="280"
        cy="280"
        r="204"
        fill="var(--sunk)"
        stroke="var(--ink-3)"
        strokeWidth="2.2"
      />
      <circle cx="280" cy="280" r="195" stroke="var(--line-2)" strokeWidth="1.2" />
      <Runner />
      <Dish x={242} y={152}>
        <Fork />
      </Dish>
      <Dish x={318} y={410}>
        <Cutlery />
      </Dish>
      <Crumbs />
      <Cup x={376} y={186} turned={-12} />
      <Cup x={186} y={376} turned={168} />
      <Lemon />
      <Notebook />
    </svg>
  )
}

function Chair({ turned = 0 }: { turned?: number }): ReactNode {
  return (
    <g transform={`rotate(${turned} 280 280)`}>
      <path
        d="M216 98c-4-30 26-46 64-46s68 16 64 46z"
        fill="var(--cloth)"
        stroke="var(--ink-3)"
        strokeWidth="2"
      />
      <path
        d="M204 52c40-38 112-38 152 0"
        stroke="var(--ink-3)"
        strokeWidth="15"
        strokeLinecap="round"
      />
      <path
        d="M204 52c40-38 112-38 152 0"
        stroke="var(--card)"
        strokeWidth="11"
        strokeLinecap="round"
      />
    </g>
  )
}

/** The striped cloth: thick and thin threads along both hems, fine ones across. */
function Runner(): ReactNode {
  const across = Array.from({ length: 21 }, (_, at) => 76 + at * 20.5)
  return (
    <>
      <clipPath id="table-top">
        <circle cx="280" cy="280" r="194" />
      </clipPath>
      <g clipPath="url(#table-top)">
        <g transform="rotate(-27 280 280)">
          <rect x="30" y="214" width="500" height="132" fill="var(--card)" stroke="var(--line-2)" />
          <path d="M30 229h500M30 331h500" stroke="var(--thread)" strokeWidth="6" />
          <path d="M30 238h500M30 322h500" stroke="var(--thread)" strokeWidth="1.6" />
          <path d={across.map((x) => `M${x} 246v68`).join('')} stroke="var(--line)" />
        </g>
      </g>
    </>
  )
}

function Dish({ x, y, children }: { x: number; y: number; children: ReactNode }): ReactNode {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="54" fill="var(--card)" stroke="var(--rim)" strokeWidth="2.4" />
      <circle r="49.5" stroke="var(--rim)" strokeWidth="0.8" opacity="0.7" />
      <circle r="35" stroke="var(--rim)" opacity="0.45" />
      <g stroke="var(--ink-3)" strokeWidth="2.2" strokeLinecap="round">
        {children}
      </g>
    </g>
  )
}

function Fork(): ReactNode {
  return <path d="M-16-18L26 14M-24-16l8-2 2-9M-21-21l10-7" />
}

function Cutlery(): ReactNode {
  return <path d="M-15-15l25 32M14-20L2 20" />
}

function Crumbs(): ReactNode {
  return (
    <g fill="var(--honey-line)">
      <circle cx="254" cy="176" r="2.5" />
      <circle cx="266" cy="140" r="2" />
      <circle cx="342" cy="424" r="2.4" />
      <circle cx="336" cy="318" r="2.2" />
      <circle cx="345" cy="325" r="1.6" />
    </g>
  )
}

function Cup({ x, y, turned }: { x: number; y: number; turned: number }): ReactNode {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turned})`}>
      <circle r="30" fill="var(--card)" stroke="var(--rim)" strokeWidth="2" />
      <circle r="18" fill="#6b4a2e" stroke="var(--rim)" strokeWidth="2" />
      <path d="M18-6c12-4 15 12 1 13" stroke="var(--rim)" strokeWidth="2" />
      <path d="M-10-4c5-7 14-7 18-1" stroke="#c39f7c" strokeWidth="1.4" strokeLinecap="round" />
    </g>
  )
}

/** Half a lemon, and its peel in one curl. */
function Lemon(): ReactNode {
  const wedges = [0, 45, 90, 135].map((turn) => (
    <path key={turn} transform={`rotate(${turn})`} d="M-18 0h36" />
  ))
  return (
    <>
      <g transform="translate(158 246) rotate(-14)" stroke="var(--honey)">
        <circle r="25" fill="var(--honey-wash)" strokeWidth="2" />
        <circle r="19" />
        {wedges}
      </g>
      <path
        d="M122 272c-8 14-4 28 9 27s14-16 3-15"
        stroke="var(--honey)"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </>
  )
}

function Notebook(): ReactNode {
  const page = 'c20-9 40-7 58 2 18-9 38-11 58-2v80c-20-9-40-7-58 2-18-9-38-11-58-2z'
  return (
    <g transform="translate(398 334) rotate(13)" strokeLinecap="round" strokeLinejoin="round">
      <path d={`M-58-40${page}`} fill="var(--card)" stroke="var(--ink-2)" strokeWidth="2" />
      <path d="M0-38v80" stroke="var(--ink-2)" strokeWidth="1.5" />
      <path
        d="M-48-24c13-4 25-3 38 1M-48-9c12-4 22-3 34 1M-48 6c13-4 25-3 38 1M10-24c12-4 24-3 36-1"
        stroke="var(--ink-3)"
        strokeWidth="1.6"
      />
      <path d="M10-9c9-3 17-3 24-1" stroke="var(--wine)" strokeWidth="2" />
      <path
        d="M18 32L72-14l7 6-53 46-10 2z"
        fill="var(--olive-wash)"
        stroke="var(--olive)"
        strokeWidth="2"
      />
    </g>
  )
}
