import { describe, expect, test } from 'vitest'
import { capture } from '../../src/notebook/notes/capture.ts'

/**
 * Given and family names crossed in sentences of five languages: half of them mean something else too: a month, a
 * town, a house, a trade, a verb. Drawn by a seed, so that every run reads the same lines.
 */
const given = (
  'Lena Tom Ana Mia Aaliyah Björn Søren Zoë François Inés Nuno Xóchitl Ngozi Rahel Dmitri Chidi Mei Yusuf Leïla Ewa ' +
  'April June May Dawn Faith Joy Grace Hope Rose Will Frank Art Pat Drew Chase Rich Bill Jack Mark Paz Luz Sol Pilar ' +
  'Mercedes Otto Florence Paris Chelsea Austin Max Ernst Heide Jan Kai Till Flor Consuelo Rosario Domingo Reine Aimée'
).split(' ')

const family = (
  'Schmidt Nguyen Okoye García Moreau Lindqvist Haddad Kowalska Ito Da_Silva Baker Cook Taylor Fisher Bishop Schneider ' +
  'Koch Müller Zimmermann Fischer Boulanger Mercier Berger Marchand Herrero Zapatero Ferreira Guerrero Berg Lake Park ' +
  'Banks Hill Woods Bach Stein Wald Fontaine Lacroix Iglesias Campos Rocha Ribeiro London York Holland Ford Bosch ' +
  'Renault Roche King Young Best Day Wolf Sommer Blanco Petit de_la_Vega van_den_Berg dos_Santos O’Connor McCarthy ' +
  'Saint-Clair Ba'
)
  .split(' ')
  .map((name) => name.replaceAll('_', ' '))

type Form = (name: string) => string

const written: readonly Form[] = [
  (name) => `${name}: ! ask before you send a portfolio`,
  (name) => `met ${name} on the train, UX at Acme: ! portfolio first #ux`,
  (name) => `${name}, nurse at Acme: ! nights are long > send her the article by Friday`,
  (name) => `Call with ${name} from Acme yesterday ! never pay for the course`,
  (name) => `${name} told me ! never pay for the course`,
  (name) => `Conocí a ${name} en el tren: ! primero el portafolio`,
  (name) => `Café con ${name}, enfermera en Acme: ! primero el terreno`,
  (name) => `Rencontré ${name} dans le train, infirmière chez Acme : ! d’abord le terrain`,
  (name) => `Déjeuner avec ${name} de chez Acme : ! d’abord le terrain`,
  (name) => `Habe ${name} im Zug getroffen, Ärztin bei Acme: ! erst zuschauen`,
  (name) => `Kaffee mit ${name} von Acme: ! erst zuschauen`,
  (name) => `Conheci a ${name} no comboio, designer na Acme: ! primeiro o portefólio`,
  (name) => `Almoço com ${name} da Acme: ! primeiro o estágio`,
]

const hurried: readonly Form[] = [
  (name) => `met ${name} on the train ! portfolio first #ux`,
  (name) => `coffee with ${name}, nurse at acme ! nights are long`,
  (name) => `conoci a ${name} en el tren ! primero el portafolio`,
  (name) => `cafe avec ${name} de chez acme ! d’abord le terrain`,
  (name) => `kaffee mit ${name} von acme ! erst zuschauen`,
  (name) => `almoco com ${name} da acme ! primeiro o estagio`,
]

/** Numbers in [0, 1), the same each time: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296
  }
}

const draws = 3000

/** Lines whose name was read otherwise, or with somebody beside it. */
function misread(forms: readonly Form[], isSmall: boolean): string[] {
  const draw = seeded(11)
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
  return Array.from({ length: draws }, () => {
    const name = `${one(given)} ${one(family)}`
    const text = one(forms)(isSmall ? name.toLowerCase() : name)
    const found = capture(text, { day: '2026-03-11', zone: null, lang: null }).people
    const names = found.map((person) => person.name ?? `~${person.described}`).join(' + ')
    const isRight = isSmall ? names.toLowerCase() === name.toLowerCase() : names === name
    return isRight ? '' : `${text} → ${names}`
  }).filter(Boolean)
}

/** The lines that were misread where they are more than may be, to be read in the report of the test. */
function tooMany(wrong: readonly string[], share: number): readonly string[] {
  return wrong.length <= draws * share ? [] : wrong
}

describe('a full name in a captured line', () => {
  test('is read whole and alone, in 995 lines of 1000, whatever else its words mean', () => {
    expect(tooMany(misread(written, false), 0.005)).toEqual([])
  })

  test('is read whole and alone in nineteen lines of twenty where all is typed small', () => {
    expect(tooMany(misread(hurried, true), 0.05)).toEqual([])
  })
})
