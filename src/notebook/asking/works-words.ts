import type { Share } from '../../craft/wilson.ts'
import type { Difference, Group, Measure, Works } from './works.ts'

/** What works for one, in English sentences: the rates with how sure they are, and only what is more than chance. */
export function worksInWords({ letters, all, differences }: Works): readonly string[] {
  if (all === null) {
    return [`${letters} of your letters had their time. Below ten, nothing can be said.`]
  }
  return [
    rateInWords('reply', all.reply),
    rateInWords('meeting', all.meeting),
    ...(differences.length === 0
      ? ['Nothing else stands out: what differs may be chance.']
      : differences.map(differenceInWords)),
  ]
}

function rateInWords(measure: Measure, { count, of, low, high }: Share): string {
  const were = count === 1 ? 'was' : 'were'
  const did = measure === 'reply' ? `${were} answered` : 'led to a meeting'
  const letters = of === 1 ? '1 letter' : `${of} letters`
  return `Of ${letters} ${count} ${did}; by so many, the truth lies between ${percent(low)} and ${percent(high)} in a hundred.`
}

function differenceInWords({ measure, more, less, shares: [best, least] }: Difference): string {
  const did = measure === 'reply' ? 'were answered' : 'led to a meeting'
  return `Letters ${groups[more]} ${did} more often: ${best.count} of ${best.of}, against ${least.count} of ${least.of} ${groups[less]}.`
}

const groups: Readonly<Record<Group, string>> = {
  introduced: 'to people somebody brought you to',
  known: 'to people you had spoken with before',
  stranger: 'to strangers',
  account: 'that went by your mail account from here',
  program: 'sent by hand to people whose mail address you have',
  copied: 'sent by hand to people whose mail address you do not have',
  morning: 'sent in the morning',
  afternoon: 'sent in the afternoon',
  evening: 'sent in the evening',
  short: 'of ninety words or fewer',
  long: 'of more than ninety words',
}

function percent(share: number): number {
  return Math.round(share * 100)
}
