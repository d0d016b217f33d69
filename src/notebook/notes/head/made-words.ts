import type { HeadLanguage, Kinds } from './words.ts'

/** Words that a language makes as it needs them: no list holds them, their endings tell. */

interface Word {
  readonly text: string
  readonly folded: string
}

const verb: Kinds = new Map([['plain', 1]])

const germanTrade =
  /(?:istin|erin|orin|ogin|antin|entin|eurin|eur|ologe|forscher|macher|pfleger|leiter|lehrer|fuhrer|meister|berater|arbeiter|techniker|retter|chefin|chef|wart|bauer|zeichner|trainer|sprecher|wissenschaftler|haltungstechniker|monteur|backer|backerin|verkaufer|verkauferin|handler|fahrer|schmied|schreiber|maler|gastwirt|anwalt|anwaltin|arzt|arztin|kellner|gartner|makler|prufer)$/

const germanRelation =
  /(?:bruder|schwester|freund|freundin|kollege|kollegin|kollegen|nachbar|nachbarin|mutter|vater|onkel|tante|kumpel|partner|partnerin|genosse|genossin)$/

/** German makes words for work and kin as it needs them: "Lawinenforscher", "Sopranistin", "Skatbruder". */
export function withMadeWords({ text, folded }: Word, language: HeadLanguage, kinds: Kinds): Kinds {
  // "Sentei-me"
  if (language === 'pt' && kinds.size === 0 && /[aeiou]-(?:me|nos)$/u.test(folded)) return verb
  if (kinds.size > 0 || text.length <= 7) return kinds
  if (language === 'en') return folded.endsWith('mate') ? new Map([['relation', 1]]) : kinds
  if (language !== 'de') return kinds
  if (germanRelation.test(folded)) return new Map([['relation', 1]])
  return germanTrade.test(folded) ? new Map([['trade', 1]]) : kinds
}
