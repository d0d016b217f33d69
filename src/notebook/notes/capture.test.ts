import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { processorTime } from '../../../test/stand/processor-time.ts'
import { capture, type Captured } from './capture.ts'

const options = { day: '2026-03-11', zone: null, lang: null } as const

/** Its thoughts as `mark [text] #field day`, with `%` in front where they are off the record. */
function thoughts(text: string): string[] {
  return capture(text, options).segments.map(({ mark, text: words, fields, day, offRecord }) =>
    [
      offRecord ? '%' : '',
      mark ?? '-',
      `[${words}]`,
      ...fields.map((field) => `#${field}`),
      day ?? '',
    ]
      .filter(Boolean)
      .join(' '),
  )
}

describe('a captured line', () => {
  test('is cut into its thoughts, and says who was met and where', () => {
    const text =
      'met Ana Ruiz on the train, UX at Acme: ! portfolio before degree #ux > send her the article by Friday'
    expect(thoughts(text)).toEqual([
      '- [met Ana Ruiz on the train, UX at Acme]',
      '! [portfolio before degree] #ux',
      '> [send her the article by Friday] 2026-03-13',
    ])
    expect(capture(text, options)).toMatchObject({
      person: { name: 'Ana Ruiz', role: 'UX', organisation: 'Acme', known: false },
      meeting: {
        place: 'the train',
        words: 'met Ana Ruiz on the train, UX at Acme',
        day: '2026-03-11',
      },
    })
  })

  test.each([
    // Marks begin a thought at the start, behind a stop, behind a tag, and behind a marked thought.
    ['! portfolio #ux > send it', ['! [portfolio] #ux', '> [send it]']],
    [
      'Ana: ! portfolio first ? how long does it take > call on Monday',
      [
        '- [Ana]',
        '! [portfolio first]',
        '? [how long does it take]',
        '> [call on Monday] 2026-03-16',
      ],
    ],
    ['Ana Ruiz:! portfolio first', ['- [Ana Ruiz]', '! [portfolio first]']],
    ['Ana Ruiz ： ！ portfolio first', ['- [Ana Ruiz]', '! [portfolio first]']],
    ['met Ana. ! portfolio first', ['- [met Ana.]', '! [portfolio first]']],
    ['met Ana; ! portfolio first', ['- [met Ana;]', '! [portfolio first]']],
    ['met Ana — ! portfolio first', ['- [met Ana —]', '! [portfolio first]']],
    ['Met Ana Ruiz! ! portfolio first', ['- [Met Ana Ruiz!]', '! [portfolio first]']],
    ['met Ana (UX) ! portfolio first', ['- [met Ana (UX)]', '! [portfolio first]']],
    ['met Ana #ux ! portfolio first', ['- [met Ana] #ux', '! [portfolio first]']],
    ['met Ana #ux> send it by friday', ['- [met Ana] #ux', '> [send it by friday] 2026-03-13']],
    [
      'Ana: $ weekend course in June + Tomasz Wilk, hydrologist',
      ['- [Ana]', '$ [weekend course in June]', '+ [Tomasz Wilk, hydrologist]'],
    ],
    [
      '! ask around + Tomasz > call him soon',
      ['! [ask around]', '+ [Tomasz]', '> [call him soon]'],
    ],
    ['= two trainees a year = chosen in May', ['= [two trainees a year]', '= [chosen in May]']],
    ['" hands before papers " papers later', ['" [hands before papers]', '" [papers later]']],
    [
      'Ana: < she sends names by Friday > I send the article',
      ['- [Ana]', '< [she sends names by Friday] 2026-03-13', '> [I send the article]'],
    ],
    // Nothing else is a mark in an unmarked beginning.
    [
      'coffee with ben, the salary > 50k is fine',
      ['- [coffee with ben, the salary > 50k is fine]'],
    ],
    ['a = b and C++ + Rust and 5 > 3', ['- [a = b and C++ + Rust and 5 > 3]']],
    ['met Ana on the train ! portfolio', ['- [met Ana on the train ! portfolio]']],
    ['Super rencontre ! Léa m’a parlé', ['- [Super rencontre ! Léa m’a parlé]']],
    // Signs between numbers and short things stay signs.
    ['! ask for salary > 50k', ['! [ask for salary > 50k]']],
    ['= 5 > 3', ['= [5 > 3]']],
    ['! learn C++ + Rust', ['! [learn C++ + Rust]']],
    ['! learn Go + Rust', ['! [learn Go + Rust]']],
    ['! portfolio = everything', ['! [portfolio = everything]']],
    ['! people = product', ['! [people = product]']],
    ['= it costs about $ 40k a year', ['= [it costs about $ 40k a year]']],
    ['= pay in #ux > 50k', ['= [pay in #ux > 50k] #ux']],
    [
      '= 40k a year #pay $ 5k grants for newcomers',
      ['= [40k a year] #pay', '$ [5k grants for newcomers]'],
    ],
    ['! read more + write daily', ['! [read more]', '+ [write daily]']],
    // A sign without words behind it closes or ends something.
    ['" never look at degrees " #ux > call her', ['" [never look at degrees] #ux', '> [call her]']],
    ['" never look at degrees " ! bring a book', ['" [never look at degrees]', '! [bring a book]']],
    [
      'Ana : « Jamais de diplôme » ! osez demander',
      ['- [Ana]', '" [Jamais de diplôme]', '! [osez demander]'],
    ],
    [
      'rencontré Léa : ! osez demander ! > écrire demain',
      ['- [rencontré Léa]', '! [osez demander !]', '> [écrire demain] 2026-03-12'],
    ],
    [
      'café avec Amélie : " Vous êtes sûre ? Moi non',
      ['- [café avec Amélie]', '" [Vous êtes sûre ? Moi non]'],
    ],
    ['Ana: ! why\u00a0? because', ['- [Ana]', '! [why\u00a0? because]']],
    ['Ana: !portfolio', ['- [Ana: !portfolio]']],
    // Off the record.
    ['% met Ana: ! leaving in May', ['% - [met Ana]', '% ! [leaving in May]']],
    ['%met Ana', ['% - [met Ana]']],
    [
      'met Ana: % ! leaving in May #ux > call her',
      ['- [met Ana]', '% ! [leaving in May] #ux', '% > [call her]'],
    ],
    ['met Ana: % she leaves in May', ['- [met Ana]', '% - [she leaves in May]']],
    ['= 20 % more #pay ! ask early', ['= [20 % more] #pay', '! [ask early]']],
    // Several lines, and nothing at all.
    [
      'met Ana\n! portfolio first\n\n> send it by Friday',
      ['- [met Ana]', '! [portfolio first]', '> [send it by Friday] 2026-03-13'],
    ],
    ['met Ana\r\n% secret\r\nmore', ['- [met Ana]', '% - [secret]', '- [more]']],
    ['', []],
    ['   ', []],
    ['just a thought', ['- [just a thought]']],
    ['🚆 Ana Ruiz: ! portfolio 🎨 #ux', ['- [🚆 Ana Ruiz]', '! [portfolio 🎨] #ux']],
    [
      'met أحمد علي: ! صبر #ترميم > call by Friday',
      ['- [met أحمد علي]', '! [صبر] #ترميم', '> [call by Friday] 2026-03-13'],
    ],
    [
      'conocí a Marta: ! empezar pronto #salud > mandarle el artículo antes del viernes',
      [
        '- [conocí a Marta]',
        '! [empezar pronto] #salud',
        '> [mandarle el artículo antes del viernes] 2026-03-13',
      ],
    ],
    [
      'traf Jürgen: ! Mappe vor Abschluss #ux > Artikel schicken bis Freitag',
      [
        '- [traf Jürgen]',
        '! [Mappe vor Abschluss] #ux',
        '> [Artikel schicken bis Freitag] 2026-03-13',
      ],
    ],
    [
      'falei com a Inês: ! mãos primeiro #papel > enviar carta até sexta',
      ['- [falei com a Inês]', '! [mãos primeiro] #papel', '> [enviar carta até sexta] 2026-03-13'],
    ],
  ])('%j', (text, expected) => {
    expect(thoughts(text)).toEqual(expected)
  })

  test('off the record is not how one met', () => {
    expect(capture('% met Ana at the clinic: ! rest', options)).toMatchObject({
      person: { name: 'Ana' },
      meeting: { place: null, words: null },
    })
  })

  test('with no sentence about a meeting is about the one who is quoted', () => {
    expect(capture('" @Ana Ruiz hands first', options).person).toMatchObject({ name: 'Ana Ruiz' })
    expect(capture('! hands first', options).person).toBeNull()
  })

  test('names the people it is about on its unmarked beginning', () => {
    const { segments } = capture('lunch with Ana Ruiz and Ben Cole #ux: ! share', options)
    expect(segments[0]).toMatchObject({
      mark: null,
      people: ['Ana Ruiz', 'Ben Cole'],
      fields: ['ux'],
    })
  })
})

const anyCapture = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        'met Ana Ruiz',
        ' on the train',
        ', UX at Acme',
        ': ',
        '! ',
        ' > ',
        ' = ',
        ' + ',
        '" ',
        '% ',
        ' % ',
        ' #ux',
        ' /path',
        ' @Ana ',
        ' 50k',
        '\n',
        '\u2028',
        '\ud800',
        '👩‍🎨',
        ' ',
        'words',
        ' my uncle',
        ' mit ',
        ' de ',
        'w/ ',
        '10:30 ',
      ),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))

describe('any captured text', () => {
  test('loses nothing: between and around the thoughts there are only blanks', () => {
    fc.assert(
      fc.property(anyCapture, (text) => {
        let at = 0
        for (const { start, end } of capture(text, options).segments) {
          expect(start >= at && end > start).toBe(true)
          expect(text.slice(at, start)).toMatch(blanks)
          at = end
        }
        expect(text.slice(at)).toMatch(blanks)
      }),
      { numRuns: 500 },
    )
  })

  test('has words and tags that stand where they say', () => {
    fc.assert(
      fc.property(anyCapture, (text) => {
        const captured: Captured = capture(text, options)
        for (const line of captured.segments) {
          expect(text.slice(line.textStart, line.textEnd)).toBe(line.text)
          expect(line.start <= line.textStart && line.textEnd <= line.end).toBe(true)
          for (const tag of line.tags)
            expect(tag.start >= line.textStart && tag.end <= line.end).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** What may stand between thoughts: spaces and the invisible signs of direction and joining. */
const blanks =
  /^(?:\s|\u00ad|\u061c|\u180e|[\u200b\u200c\u200e\u200f]|\u200d|[\u202a-\u202e]|[\u2060-\u2069]|\ufe0f)*$/u

test('a captured page costs no more than its length', () => {
  const hostile = [
    ': ! '.repeat(20_000),
    ' > a'.repeat(20_000),
    `met ${'ana '.repeat(20_000)}`,
    `met ${'Ana de '.repeat(20_000)}`,
    `${'#a '.repeat(20_000)}! x`,
    'with '.repeat(20_000),
    'met a '.repeat(20_000),
  ]
  const taken = processorTime(() => {
    for (const text of hostile) capture(text, options)
  })
  expect(taken).toBeLessThan(8000)
})
