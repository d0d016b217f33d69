import { dayInWords } from '../../craft/english.ts'
import type { Day } from '../../kit/days.ts'
import { type Html, list, text } from '../../kit/html.ts'
import type { Consent } from '../people/person.ts'
import type { TheirWords } from './their-words.ts'

/** What is kept about them that their page shows. */
export interface KeptAboutThem {
  readonly name: string
  readonly values: readonly string[]
  readonly spokeOn: readonly Day[]
  readonly said: readonly string[]
  readonly consent: Consent
}

/** Folded away: what is kept, how they may be named, to be forgotten. */
export function keptSections(kept: KeptAboutThem, owner: string, words: TheirWords): Html {
  return `<h2>${text(words.kept.title)}</h2>
${whatIsKept(kept, owner, words)}
${naming(kept.consent, words)}
${forgetting(owner, words)}`
}

function whatIsKept(kept: KeptAboutThem, owner: string, { kept: words }: TheirWords): Html {
  const spoke = kept.spokeOn.map((day) => `${dayInWords(day)} ${day.slice(0, 4)}`)
  return `<details><summary>${text(words.show)}</summary>
<h3>${text(words.who)}</h3>${list([kept.name, ...new Set(kept.values)].map(text))}
${spoke.length === 0 ? '' : `<h3>${text(words.spoke)}</h3>${list(spoke.map(text))}`}
<h3>${text(words.said)}</h3>${kept.said.length === 0 ? `<p>${text(words.nothingSaid)}</p>` : list(kept.said.map(text))}
<p class="quiet">${text(words.besides(owner))}</p></details>`
}

const namings = ['name', 'role', 'none'] as const

function naming(consent: Consent, { naming: words }: TheirWords): Html {
  const choices = namings.map((one) => {
    const checked = consent.naming === one ? ' checked' : ''
    return `<label class="choice"><input type="radio" name="naming" value="${one}" required${checked}><span>${text(words.answers[one])}</span></label>`
  })
  return `<details><summary>${text(words.title)}</summary>
<form method="post"><input type="hidden" name="do" value="name">
<fieldset><legend>${text(words.question)}</legend>${choices.join('\n')}</fieldset>
<p class="quiet">${text(consent.naming === 'not-asked' ? words.notAsked : words.means)}</p>
<button type="submit">${text(words.keep)}</button></form></details>`
}

function forgetting(owner: string, { forget: words }: TheirWords): Html {
  return `<details><summary>${text(words.title)}</summary>
<form method="post"><input type="hidden" name="do" value="forget">
<p>${text(words.means(owner))}</p>
<label class="choice"><input type="checkbox" name="sure" value="yes" required><span>${text(words.sure)}</span></label>
<button type="submit">${text(words.ask(owner))}</button></form></details>`
}
