import { fold } from '../../kit/text.ts'

/** What an answer to an ask comes to. */
export type Proposal = 'yes' | 'no' | 'later'

/**
 * Small words by which an answer tells what it is, folded, in English, Spanish, French, German and Portuguese. Looked
 * for as whole words in what they wrote first: a no before a later, a later before a yes. Small words that are a yes only
 * where they stand first are in `yesAtFirst`.
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
    'no thank you',
    'no thanks',
    'of course not',
    'i have to decline',
    'i must decline',
    'i ll pass',
    'leider',
    'nein',
    'naturlich nicht',
    'keine zeit',
    'geht nicht',
    'absagen',
    'lamentablemente',
    'lo siento',
    'no gracias',
    'claro que no',
    'no puedo',
    'no podre',
    'me es imposible',
    'malheureusement',
    'je ne peux pas',
    'je ne pourrai pas',
    'je suis desole',
    'je regrette',
    'non merci',
    'bien sur que non',
    'infelizmente',
    'nao obrigado',
    'nao obrigada',
    'claro que nao',
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
    'gladly',
    'of course',
    'happy to help',
    'happy to talk',
    'happy to meet',
    'happy to chat',
    'happy to speak',
    'happy to share',
    'happy to answer',
    'with pleasure',
    'i d love to',
    'i would love to',
    'sounds good',
    'sounds great',
    'works for me',
    'gerne',
    'gern',
    'naturlich',
    'selbstverstandlich',
    'por supuesto',
    'con mucho gusto',
    'encantado',
    'encantada',
    'me encantaria',
    'avec plaisir',
    'volontiers',
    'bien sur',
    'd accord',
    'com prazer',
    'com todo o gosto',
    'com certeza',
    'adoraria',
  ],
}

/**
 * Words that are a yes where a clause begins with them, and something else within one: "are you sure", "das ist ja
 * schwierig", "si oui". With their accents: "já" and "si" are other words.
 */
const yesAtFirst =
  /(?:^|[.!?,;:()\n–—-])\s{0,20}(?:yes|yep|sure|ja|sí|claro|oui|sim)(?![\p{L}\p{N}])/u

/** They hold a word of doubt, and are none. */
const harmless =
  /(?<!\p{L})(?:no problem|kein problem|keine frage|ningún problema|no hay problema|pas de problème|aucun problème|sem problemas?|no (?:dia|sábado|domingo|fim))(?!\p{L})/gu

/** With any of these near, nothing is a yes: it may be the contrary, or depends. In the five languages, with accents. */
const doubts = new Set(
  [
    'no not t cannot never neither nor nope unable unlikely unsure doubt hardly barely maybe perhaps possibly might',
    'depends but however difficult hard tricky busy',
    'nicht nichts nie niemals nein kein keine keinen keiner kaum ungern vielleicht eventuell unsicher schwierig aber jedoch',
    'tampoco nunca jamás ningún ninguna nadie quizá quizás quizas talvez acaso dudo duda depende pero aunque difícil dificil',
    'non ne n pas jamais aucun aucune guère peut doute dépend mais difficile',
    'não nao nem nenhum nenhuma duvido dúvida mas porém',
  ].flatMap((words) => words.split(' ')),
)

/** Only what stands at the beginning tells: further down people speak of other things. */
const looked = 600
/** A no that comes later still ends a guess of yes. */
const lookedForNo = 20_000

/** A guess for the owner to press or not; null where no word tells. A yes only where no doubt stands beside it. */
export function proposalIn(words: string): Proposal | null {
  const beginning = words.slice(0, looked)
  // "Gladly, but next month" is a later, and a "leider" near it a no.
  if (has(beginning, signs.no)) return 'no'
  if (has(beginning, signs.later)) return 'later'
  return isYes(beginning) && !has(words.slice(0, lookedForNo), signs.no) ? 'yes' : null
}

function isYes(words: string): boolean {
  const text = words.normalize('NFC').toLowerCase()
  if (!yesAtFirst.test(text) && !has(text, signs.yes)) return false
  const rest = text.replace(harmless, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return !rest.some((word) => doubts.has(word))
}

function has(words: string, some: readonly string[]): boolean {
  const text = ` ${fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  return some.some((one) => text.includes(` ${one} `))
}
