const hour = 3_600_000
const minute = 60_000

/**
 * A time of WebVTT: hours of any length where they are there, minutes and seconds of two digits below sixty, three
 * digits of milliseconds. (https://www.w3.org/TR/webvtt1/#collect-a-webvtt-timestamp)
 */
const exact = /^(?:(\d{1,9}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/
/** As SubRip writes it. */
const withComma = /^(\d{1,9}):([0-5]\d):([0-5]\d),(\d{3})$/
/** As it is mistaken: comma for dot or dot for comma, hours left out, fewer digits of a second. */
const loose = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]?\d)(?:[.,](\d{1,3}))?$/

export interface ReadTime {
  readonly at: number
  readonly isMended: boolean
}

export type TimeWay = 'dot' | 'comma'

/** Milliseconds; null where it is no time. */
export function timeIn(text: string, way: TimeWay): ReadTime | null {
  const found = (way === 'comma' ? withComma : exact).exec(text)
  if (found) return { at: sum(found), isMended: false }
  const mended = way === 'comma' ? (exact.exec(text) ?? loose.exec(text)) : withComma.exec(text)
  return mended ? { at: sum(mended), isMended: true } : null
}

/** `0:02`, `00:05:12`, `1:02:33.5`, as people and programs write beside a name. */
export function stampIn(text: string): number | null {
  const found = loose.exec(text)
  return found ? sum(found) : null
}

function sum([, hours, minutes, seconds, parts]: RegExpExecArray): number {
  const thousandths = Number((parts ?? '0').padEnd(3, '0'))
  return Number(hours ?? 0) * hour + Number(minutes) * minute + Number(seconds) * 1000 + thousandths
}
