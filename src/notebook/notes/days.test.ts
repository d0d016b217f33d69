import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, isDay, weekdayOf } from '../../kit/days.ts'
import { readDay, readDayGone, withoutDue } from './day-words.ts'

const wednesday: Day = '2026-03-11'

function dayIn(words: string, hints: { lang?: string; zone?: string } = {}): Day | null {
  return readDay(words, wednesday, { lang: hints.lang ?? null, zone: hints.zone ?? null })
}

const english: [string, string | null][] = [
  ['send her the article by Friday', '2026-03-13'],
  ['send it by fri', '2026-03-13'],
  ['call her Thu', '2026-03-12'],
  ['by tomorrow', '2026-03-12'],
  ['the day after tomorrow', '2026-03-13'],
  ['today', '2026-03-11'],
  ['call tonight', '2026-03-11'],
  ['on Wednesday', '2026-03-18'],
  ['this Friday', '2026-03-13'],
  ['next Friday', '2026-03-20'],
  ['next Tuesday morning', '2026-03-17'],
  ['Friday next week', '2026-03-20'],
  ['next week on Thursday', '2026-03-19'],
  ['next week', '2026-03-18'],
  ['early next week', '2026-03-16'],
  ['by the end of next week', '2026-03-20'],
  ['this week', '2026-03-13'],
  ['by the end of the week', '2026-03-13'],
  ['at the weekend', '2026-03-14'],
  ['by 12 April', '2026-04-12'],
  ['April 12th', '2026-04-12'],
  ['the 3rd of May', '2026-05-03'],
  ['Sunday 15 March', '2026-03-15'],
  ['before 1 May', '2026-05-01'],
  ['2026-04-12', '2026-04-12'],
  ['by the 15th', '2026-03-15'],
  ['on the 2nd', '2026-04-02'],
  ['by April', '2026-04-01'],
  ['by mid-April', '2026-04-15'],
  ['by the end of April', '2026-04-30'],
  ['end of month', '2026-03-31'],
  ['in 3 days', '2026-03-14'],
  ['in two weeks', '2026-03-25'],
  ['in a fortnight', '2026-03-25'],
  ['within 48 hours', '2026-03-13'],
  ['within 5 working days', '2026-03-18'],
  ['two weeks from Monday', '2026-03-30'],
  ['Monday’s slides by Friday', '2026-03-13'],
  ['after the Monday meeting, by Thursday', '2026-03-12'],
  ['by EOD Friday', '2026-03-13'],
  ['Monday or Tuesday', '2026-03-16'],
  ['on 3 March', '2027-03-03'],
  ['on 3 March 2026', null],
  ['I may call her', null],
  ['sat with her in the sun', null],
  ['send 3 books', null],
  ['send the 12 books', null],
  ['at 5', null],
  ['send the March report', null],
  ['a second letter', null],
  ['soon', null],
  ['by EOM', '2026-03-31'],
  ['on 3/6', '2027-03-06'],
]

const spanish: [string, string | null][] = [
  ['enviar antes del viernes', '2026-03-13'],
  ['mañana', '2026-03-12'],
  ['manana por la manana', '2026-03-12'],
  ['pasado mañana', '2026-03-13'],
  ['el viernes por la mañana', '2026-03-13'],
  ['para el jueves', '2026-03-12'],
  ['el próximo lunes', '2026-03-16'],
  ['el martes que viene', '2026-03-17'],
  ['la semana que viene', '2026-03-18'],
  ['en dos semanas', '2026-03-25'],
  ['dentro de 3 días', '2026-03-14'],
  ['el 12 de abril', '2026-04-12'],
  ['antes del 12/04', '2026-04-12'],
  ['antes del 3 de mayo', '2026-05-03'],
  ['el 15', '2026-03-15'],
  ['a finales de mes', '2026-03-31'],
  ['a principios de abril', '2026-04-01'],
  ['sabado', '2026-03-14'],
  ['hoy', '2026-03-11'],
  ['leer la segunda parte', null],
  ['mandarlo el vie', '2026-03-13'],
  ['ir a ver el mar', null],
  ['antes del 3/6', '2026-06-03'],
]

const french: [string, string | null][] = [
  ["d'ici vendredi", '2026-03-13'],
  ['d’ici vendredi', '2026-03-13'],
  ['demain', '2026-03-12'],
  ['après-demain', '2026-03-13'],
  ['avant mardi', '2026-03-17'],
  ['lundi prochain', '2026-03-16'],
  ['la semaine prochaine', '2026-03-18'],
  ['dans deux semaines', '2026-03-25'],
  ['dans 3 jours', '2026-03-14'],
  ['le 12 avril', '2026-04-12'],
  ['avant le 3 mai', '2026-05-03'],
  ['1er mai', '2026-05-01'],
  ['le 15', '2026-03-15'],
  ['avant la fin de la semaine', '2026-03-13'],
  ["d'ici la fin du mois", '2026-03-31'],
  ['mi-avril', '2026-04-15'],
  ["aujourd'hui", '2026-03-11'],
  ['ce soir', '2026-03-11'],
  ['lui envoyer ven.', '2026-03-13'],
  ['voir la mer', null],
]

const german: [string, string | null][] = [
  ['bis Freitag', '2026-03-13'],
  ['morgen', '2026-03-12'],
  ['übermorgen', '2026-03-13'],
  ['bis morgen früh', '2026-03-12'],
  ['Freitag Morgen', '2026-03-13'],
  ['am Montag', '2026-03-16'],
  ['nächsten Montag', '2026-03-16'],
  ['kommenden Freitag', '2026-03-13'],
  ['nächste Woche', '2026-03-18'],
  ['nächste Woche Dienstag', '2026-03-17'],
  ['in zwei Wochen', '2026-03-25'],
  ['am 12. April', '2026-04-12'],
  ['bis 12.4.', '2026-04-12'],
  ['bis 12.04.2026', '2026-04-12'],
  ['bis zum 3. Mai', '2026-05-03'],
  ['am 15.', '2026-03-15'],
  ['bis Ende der Woche', '2026-03-13'],
  ['Ende des Monats', '2026-03-31'],
  ['bis Ende April', '2026-04-30'],
  ['Sonnabend', '2026-03-14'],
  ['heute', '2026-03-11'],
  ['bis Fr schicken', '2026-03-13'],
  ['vor so vielen Leuten', null],
  ['bis Monatsende', '2026-03-31'],
]

const portuguese: [string, string | null][] = [
  ['até sexta', '2026-03-13'],
  ['até sexta-feira', '2026-03-13'],
  ['amanhã', '2026-03-12'],
  ['depois de amanhã', '2026-03-13'],
  ['enviar na segunda', '2026-03-16'],
  ['terça', '2026-03-17'],
  ['na próxima segunda-feira', '2026-03-16'],
  ['na semana que vem', '2026-03-18'],
  ['em duas semanas', '2026-03-25'],
  ['daqui a 3 dias', '2026-03-14'],
  ['12 de abril', '2026-04-12'],
  ['antes de 3 de maio', '2026-05-03'],
  ['até dia 12', '2026-03-12'],
  ['até o fim do mês', '2026-03-31'],
  ['até ao fim da semana', '2026-03-13'],
  ['hoje', '2026-03-11'],
  ['enviar na sex', '2026-03-13'],
  ['até ter tempo', null],
]

describe.each([
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['de', german],
  ['pt', portuguese],
])('said on a Wednesday in %s', (lang, cases) => {
  test.each(cases)('%j', (words, day) => {
    expect(dayIn(words)).toBe(day)
    expect(dayIn(words, { lang })).toBe(day)
  })
})

describe('a day', () => {
  test('of a weekday is the next one, never the day itself', () => {
    for (let ahead = 0; ahead < 7; ahead++) {
      const from = addDays(wednesday, ahead)
      const friday = readDay('by Friday', from, { lang: null, zone: null })
      expect(friday && weekdayOf(friday)).toBe(5)
      expect(friday && friday > from && friday <= addDays(from, 7)).toBe(true)
    }
  })

  test('in figures follows the language, and in English the zone', () => {
    expect(dayIn('12/04', { lang: 'es' })).toBe('2026-04-12')
    expect(dayIn('by 12/04')).toBe('2026-12-04')
    expect(dayIn('by 12/04', { zone: 'America/New_York' })).toBe('2026-12-04')
    expect(dayIn('by 12/04', { zone: 'Europe/Dublin' })).toBe('2026-04-12')
  })

  test('takes a regional language for its language, and an unknown one for none', () => {
    expect(dayIn('antes del viernes', { lang: 'es-MX' })).toBe('2026-03-13')
    expect(dayIn('by Friday', { lang: 'nl' })).toBe('2026-03-13')
  })

  test('that does not exist is none', () => {
    expect(dayIn('by 31 April')).toBeNull()
    expect(dayIn('2026-02-30')).toBeNull()
  })

  test('is never before the day of the conversation, and never fails', () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom(
          ...[...english, ...spanish, ...french, ...german, ...portuguese].map(
            ([phrase]) => phrase,
          ),
          '31',
          '0',
          '999',
          'of',
          'de',
          '.',
        ),
      ),
      { maxLength: 6 },
    )
    const anyDay = fc
      .integer({ min: -719_162, max: 2_932_896 })
      .map((days) => addDays('1970-01-01', days))
    fc.assert(
      fc.property(
        words,
        anyDay,
        fc.constantFrom(null, 'en', 'es', 'fr', 'de', 'pt'),
        (parts, from, lang) => {
          const day = readDay(parts.join(' '), from, { lang, zone: null })
          expect(day === null || (isDay(day) && day >= from)).toBe(true)
          const gone = readDayGone(parts.join(' '), from)
          expect(gone === null || (isDay(gone) && gone <= from)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a day gone by', () => {
  test.each([
    ['met Ana yesterday', '2026-03-10'],
    ['last Friday', '2026-03-06'],
    ['last Wednesday', '2026-03-04'],
    ['3 days ago', '2026-03-08'],
    ['ayer', '2026-03-10'],
    ['el viernes pasado', '2026-03-06'],
    ['hace dos días', '2026-03-09'],
    ['hier', '2026-03-10'],
    ['vendredi dernier', '2026-03-06'],
    ['il y a 3 jours', '2026-03-08'],
    ['gestern', '2026-03-10'],
    ['vorgestern', '2026-03-09'],
    ['letzten Freitag', '2026-03-06'],
    ['vor 3 Tagen', '2026-03-08'],
    ['ontem', '2026-03-10'],
    ['sexta passada', '2026-03-06'],
    ['há 3 dias', '2026-03-08'],
    ['on the train', null],
  ])('%j', (words, day) => {
    expect(readDayGone(words, wednesday)).toBe(day)
  })
})

function saidWithout(words: string, due: Day | null): string | null {
  return due && withoutDue(words, due, wednesday, { lang: null, zone: null })
}

describe('a promise whose day is said beside it', () => {
  test.each([
    ['send her the article by Friday', 'send her the article'],
    ['send the map by next Tuesday.', 'send the map'],
    ['write on the 15th', 'write'],
    ['give him a book (by Fri)', 'give him a book'],
    ['report back in two weeks', 'report back'],
    ['send it by 2026-04-12', 'send it'],
    ['enviarle el capítulo antes del viernes', 'enviarle el capítulo'],
    ['das Buch schicken bis Freitag', 'das Buch schicken'],
    ['lui écrire d’ici vendredi', 'lui écrire'],
    ['mandar o livro até sexta-feira', 'mandar o livro'],
  ])('of "%s" says "%s"', (words, said) => {
    expect(saidWithout(words, dayIn(words))).toBe(said)
  })

  test.each([
    'by Friday',
    'meet on Sunday at the fair',
    'ihm das Buch bis nächsten Montag schicken',
    'write by Friday the 13th',
  ])('is left as it is where its day ends nothing, or is all it says: "%s"', (words) => {
    expect(saidWithout(words, dayIn(words))).toBe(words)
  })

  test('is left as it is where its words say another day', () => {
    expect(saidWithout('send it by Friday', '2026-03-20')).toBe('send it by Friday')
  })
})
