import { fold } from '../../kit/text.ts'

/** What an answer to an ask comes to. */
export type Proposal = 'yes' | 'no' | 'later'

/**
 * Small words by which an answer tells what it is, folded, in English, Spanish, French, German and Portuguese. Looked
 * for as whole words in what they wrote first: a no before a later, a later before a yes.
 */
const signs: Readonly<Record<Proposal, readonly string[]>> = {
  no: [
    'unfortunately',
    'i m afraid',
    'i am afraid',
    'not able to',
    'won t be able',
    'can t make',
    'cannot make',
    'no thank',
    'i have to decline',
    'i must decline',
    'i ll pass',
    'leider',
    'nein',
    'keine zeit',
    'geht nicht',
    'absagen',
    'lamentablemente',
    'lo siento',
    'no puedo',
    'no podre',
    'me es imposible',
    'malheureusement',
    'je ne peux pas',
    'je ne pourrai pas',
    'je suis desole',
    'je regrette',
    'infelizmente',
    'nao posso',
    'nao poderei',
    'nao consigo',
    'lamento',
  ],
  later: [
    'not right now',
    'not at the moment',
    'next month',
    'in a few weeks',
    'in a few months',
    'later this year',
    'after the holidays',
    'once i am back',
    'when i am back',
    'get back to you',
    'ask me again',
    'im moment nicht',
    'momentan nicht',
    'spater',
    'in ein paar wochen',
    'nachsten monat',
    'melde mich',
    'mas adelante',
    'en unas semanas',
    'el proximo mes',
    'ahora mismo no',
    'plus tard',
    'dans quelques semaines',
    'le mois prochain',
    'pas en ce moment',
    'mais tarde',
    'daqui a algumas semanas',
    'no proximo mes',
    'neste momento nao',
  ],
  yes: [
    'yes',
    'sure',
    'gladly',
    'of course',
    'happy to',
    'with pleasure',
    'i d love to',
    'i would love to',
    'sounds good',
    'sounds great',
    'works for me',
    'ja',
    'gerne',
    'gern',
    'naturlich',
    'selbstverstandlich',
    'si',
    'claro',
    'por supuesto',
    'con mucho gusto',
    'encantado',
    'encantada',
    'me encantaria',
    'oui',
    'avec plaisir',
    'volontiers',
    'bien sur',
    'd accord',
    'sim',
    'com prazer',
    'com todo o gosto',
    'com certeza',
    'adoraria',
  ],
}

/** Only what stands at the beginning tells: further down people speak of other things. */
const looked = 600

/** A guess for the owner to press or not; null where no word tells. */
export function proposalIn(words: string): Proposal | null {
  const text = ` ${fold(words.slice(0, looked))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  // "Gladly, but next month" is a later, and a "leider" near it a no.
  const order = ['no', 'later', 'yes'] as const
  return order.find((proposal) => signs[proposal].some((one) => text.includes(` ${one} `))) ?? null
}
