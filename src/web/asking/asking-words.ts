import { capitalized, type Words } from '../words/words.ts'
import type { Month, Suggestion } from './types.ts'

/** Who is missing, how one comes to them, and what is open, in sentences. */
export function whomInWords(t: Words, suggestion: Suggestion): string {
  const { field, gap, way, person, through, house, questions } = suggestion
  const [first] = questions
  return [
    t(`asking.missing.${gap}`, { field: field.name }),
    t(`asking.way.${way}`, {
      name: person.name,
      through: through?.name ?? '',
      house: house ?? '',
    }),
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
  const counted =
    rates.letters === 0
      ? t('asking.month.usual')
      : t('asking.month.own', {
          count: rates.letters,
          reply: Math.round(rates.reply * 100),
          meeting: Math.round(rates.meeting * 100),
        })
  const so = t('asking.month.soFar', {
    letters: t('asking.month.sent', { count: soFar.letters }),
    answers: t('asking.month.answers', { count: soFar.answers }),
    talks: t('asking.month.talks', { count: soFar.conversations }),
  })
  return [plan.join(' '), t('asking.month.hours', hours), so, counted].map((one) =>
    capitalized(one),
  )
}
