import { type Wall, roughDay } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import type { CurveShown, ThemeShown } from './types.ts'

/** Who says so and who otherwise, everybody once: "4 people say so, 1 says otherwise." */
export function peopleInWords(t: Words, theme: ThemeShown): string {
  const { so, otherwise, ofTwoMinds, unknown } = theme
  return [
    otherwise.length > 0 ? sidesInWords(t, so.length, otherwise.length) : soInWords(t, theme),
    ofTwoMinds.length > 0 ? t('themes.people.twoMinds', { count: ofTwoMinds.length }) : '',
    unknown > 0 ? t('themes.people.unknown', { count: unknown }) : '',
  ]
    .filter((words) => words !== '')
    .join(' ')
}

function sidesInWords(t: Words, so: number, otherwise: number): string {
  return t('themes.people.otherwise', {
    so: so === 0 ? t('themes.people.nobodySays') : t('themes.people.saySo', { count: so }),
    otherwise: t('themes.people.sayOtherwise', { count: otherwise }),
  })
}

function soInWords(t: Words, { so, ofTwoMinds }: ThemeShown): string {
  const count = so.length
  if (count === 0) return ofTwoMinds.length > 0 ? '' : t('themes.people.none')
  if (count === 1) return t('themes.people.one')
  return t(count < 4 ? 'themes.people.few' : 'themes.people.some', { count })
}

/** From when its lines are, where the newest is a year old or more: pay of then is not pay of now. */
export function ageInWords(t: Words, { since, lastOn }: ThemeShown, wall: Wall): string | null {
  if (since === null || lastOn === null || isOfTheLastYear(lastOn, wall)) return null
  const [first, last] = [roughDay(t, since, wall), roughDay(t, lastOn, wall)]
  if (first === last) return t('themes.age.of', { day: last })
  return t('themes.age.between', { first, last })
}

function isOfTheLastYear(day: string, { today }: Wall): boolean {
  return day > `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
}

export interface CurveWords {
  readonly title: string
  readonly sentence: string
  /** Of what the confirming conversations brought. */
  readonly wash: string
}

/** Before so many conversations nothing is said of a curve. */
export const curveFrom = 6

export function curveInWords(t: Words, curve: CurveShown): CurveWords {
  const { state, at, base, run, conversations } = curve
  const count = conversations.length
  if (count < curveFrom || state === 'too-few') {
    return {
      title: t('themes.curve.early'),
      sentence: t('themes.curve.few', { count, needed: Math.max(curveFrom, base + run) }),
      wash: '',
    }
  }
  if (state === 'empty-base') {
    return {
      title: t('themes.curve.empty'),
      sentence: t('themes.curve.emptyWords', { base }),
      wash: '',
    }
  }
  if (state === 'not-reached' || at === null) {
    const fresh = conversations.slice(-run).reduce((so, { newThemes }) => so + newThemes, 0)
    return {
      title: t('themes.curve.coming'),
      sentence: t('themes.curve.still', { run, count: fresh }),
      wash: '',
    }
  }
  const nothing = conversations.slice(at).every(({ newThemes }) => newThemes === 0)
  const last = conversations.findLastIndex(({ newThemes }) => newThemes > 0) + 1
  return {
    title: t('themes.curve.rare'),
    sentence:
      nothing && last === at
        ? t('themes.curve.lastOne', { at, run })
        : t('themes.curve.hardly', { at, run }),
    wash: t(nothing ? 'themes.curve.nothing' : 'themes.curve.little'),
  }
}
