import type { ConversationMeaning } from './column-meanings.ts'
import { plainHeader } from './csv-headers.ts'

/** Words for columns of a table of conversations, in the languages people keep such tables in. */
const wordsOfColumns: { readonly [meaning in ConversationMeaning]: string } = {
  day: 'day|date|when|date of conversation|conversation date|interview date|meeting date|call date|date of interview|spoke on|talked on|datum|tag|wann|gesprachsdatum|gesprach am|jour|quand|date entretien|date de l entretien|fecha|dia|cuando|data|quando|dia da conversa|giorno|dag|wanneer|dzien|kiedy',
  field:
    'field|fields|career field|industry|sector|branche|bereich|berufsfeld|feld|domaine|secteur|campo|area|setor|settore|ambito|branża|branza|vakgebied|sectoren',
  topic:
    'topic|topics|subject|subjects|theme|themes|thema|themen|sujet|sujets|tema|temas|assunto|assuntos|argomento|argomenti|onderwerp|temat',
  medium:
    'medium|channel|how|format|way|type of conversation|conversation type|meeting type|art|kanal|canal|moyen|medio|meio|mezzo|kanaal|sposob',
  place:
    'place|where|location|venue|wo|treffpunkt|lieu|ou|lugar|donde|onde|local|luogo|dove|plaats|waar|miejsce|gdzie',
  minutes:
    'minutes|min|mins|duration|length|minutes asked|how long|dauer|minuten|duree|duracion|minutos|duracao|durata|minuti|duur|czas|minuty',
}

/** In a table of conversations these are what was said, and who said it. */
const wordsOfNotes =
  'what they said|said|learned|learnt|lessons|insights|takeaways|key takeaways|what i learned|summary|conversation notes|interview notes|meeting notes|outcome|gesprachsnotizen|erkenntnisse|zusammenfassung|ce que j ai appris|resume|aprendizajes|resumen|aprendizados|resumo|appunti|sintesi|samenvatting|podsumowanie'
const wordsOfNames =
  'who|with|with whom|person|contact|interviewee|interlocutor|spoke with|talked to|spoke to|wer|mit|mit wem|gesprachspartner|ansprechpartner|kontakt|qui|avec|avec qui|personne|interlocuteur|quien|con quien|persona|con|quem|com quem|pessoa|chi|con chi|wie|met wie|persoon|kto|z kim|osoba'

const meanings = new Map(
  Object.entries(wordsOfColumns).flatMap(([meaning, words]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the table above
    words.split('|').map((word) => [plainHeader(word), meaning as ConversationMeaning] as const),
  ),
)
const notes = new Set(wordsOfNotes.split('|').map(plainHeader))
const names = new Set(wordsOfNames.split('|').map(plainHeader))

export function conversationMeaningOf(name: string): ConversationMeaning | null {
  return meanings.get(plainHeader(name)) ?? null
}

export function isNotesColumn(name: string): boolean {
  return notes.has(plainHeader(name))
}

export function isNameColumn(name: string): boolean {
  return names.has(plainHeader(name))
}

export function isConversationColumn(name: string): boolean {
  return conversationMeaningOf(name) !== null || isNotesColumn(name) || isNameColumn(name)
}
