import { type Html, list, text } from '../../kit/html.ts'
import type { Consent } from '../people/person.ts'
import type { DossierWords } from './dossier-words.ts'
import type { DossierAnswer } from './dossier.ts'

/** What holds now, with the day of the latest answer. */
export function consent({ on, ...held }: Consent, words: DossierWords): Html {
  const day = on === null ? '' : from(words.on(on))
  return list(inWords(held, words).map((one) => `${text(one)}${day}`))
}

/** Every answer as it was given, the earliest first, so that they see how it came to be so. */
export function answers(all: readonly DossierAnswer[], words: DossierWords): Html {
  if (all.length === 0) return ''
  const items = all.map(({ on, said, inConversation, ...answer }) => {
    const how = [said, inConversation ? words.answers.inConversation : null].filter(Boolean)
    const told = `${text(on)} ${text(inWords(answer, words).join('; '))}`
    return how.length === 0 ? told : `${told}${from(how.join(', '))}`
  })
  return `<h3>${text(words.answers.title)}</h3>\n${list(items)}`
}

type Said = Pick<DossierAnswer, 'notes' | 'naming' | 'sharing'>

function inWords({ notes, naming, sharing }: Said, words: DossierWords): string[] {
  return [
    notes && words.consent.notes[notes],
    naming && words.consent.naming[naming],
    sharing && words.consent.sharing[sharing],
  ].filter((one) => one !== undefined)
}

function from(words: string): Html {
  return ` <span class="from">${text(words)}</span>`
}
