import type { Wall } from '../words/dates.ts'
import { nearDay } from '../words/why.ts'
import { capitalized, type Words } from '../words/words.ts'
import type { Month, Suggestion, Works } from './types.ts'

/** Who is missing, how one comes to them, and what is open, in sentences. */
export function whomInWords(t: Words, suggestion: Suggestion, wall: Wall): string {
  const { field, gap, way, person, through, house, resting, questions } = suggestion
  const [first] = questions
  return [
    t(`asking.missing.${gap}`, { field: field.name }),
    t(`asking.way.${way}`, {
      name: person.name,
      through: through?.name ?? '',
      house: house ?? '',
    }),
    ...(resting
      ? [t('asking.resting', { name: resting.name, until: nearDay(t, resting.until, wall) })]
      : []),
    ...(first ? [t('asking.open', { question: first.text })] : []),
  ].join(' ')
}

/** The plan of a month, a sentence each. */
export function monthInWords(t: Words, month: Month): readonly string[] {
  const { conversations, letters, strangers, rates, hours, soFar } = month
  const talks = t('asking.month.talks', { count: conversations })
  const plan =
    letters === null
      ? [t('asking.month.nobody')]
      : [
          t('asking.month.letters', { count: letters, talks }),
          t('asking.month.strangers', { count: strangers }),
        ]
  const so = t('asking.month.soFar', {
    letters: t('asking.month.sent', { count: soFar.letters }),
    answers: t('asking.month.answers', { count: soFar.answers }),
    talks: t('asking.month.talks', { count: soFar.conversations }),
  })
  const said = hours ? [t('asking.month.hours', hours)] : []
  return [plan.join(' '), ...said, so, countedBy(t, rates)].map((one) => capitalized(one))
}

/** Whose rates these are: of what is not one's own it is said that it is usual. */
function countedBy(t: Words, { letters: count, answers, ...shares }: Month['rates']): string {
  const reply = Math.round(shares.reply * 100)
  const meeting = Math.round(shares.meeting * 100)
  if (count === 0) return t('asking.month.usual')
  if (shares.reply === 0) return t('asking.month.silent', { count })
  if (answers === 0) return t('asking.month.ownReplies', { count, reply })
  return t('asking.month.own', { count, reply, meeting })
}

/** What works for one: the rates with how sure they are, and only what is more than chance. */
export function worksInWords(t: Words, { letters, all, differences }: Works): readonly string[] {
  if (all === null) return [t('asking.works.few', { count: letters })]
  const rates = [rateInWords(t, 'reply', all.reply), rateInWords(t, 'meeting', all.meeting)]
  if (differences.length === 0) return [...rates, t('asking.works.nothing')]
  return [...rates, ...differences.map((one) => differenceInWords(t, one))]
}

type Share = NonNullable<Works['all']>['reply']

function rateInWords(t: Words, measure: 'reply' | 'meeting', share: Share): string {
  const { count, of, low, high } = share
  const between = { low: Math.round(low * 100), high: Math.round(high * 100) }
  const letters = t('asking.works.letters', { count: of })
  return t(`asking.works.${measure}`, { count, letters, ...between })
}

function differenceInWords(t: Words, difference: Works['differences'][number]): string {
  const { measure, more, less, shares } = difference
  return t(`asking.works.differs.${measure}`, {
    more: t(`asking.works.group.${more}`),
    less: t(`asking.works.group.${less}`),
    best: shares.more.count,
    bestOf: shares.more.of,
    least: shares.less.count,
    leastOf: shares.less.of,
  })
}
