import { describe, expect, test } from 'vitest'
import { birthOf, compareBirths, dayOrderOf } from './birth.ts'
import { madeFrom, mailOf } from './mail.ts'
import { compareFamily, compareGiven } from './name-levels.ts'
import { partsOf, personName } from './person-name.ts'
import { phoneOf } from './phone.ts'
import { plainWords } from './plain-text.ts'
import { linkOf } from './profile-link.ts'
import { jaroWinkler, slips } from './similarity.ts'

const full = (text: string) => personName({ given: [], family: [], full: [text], nickname: [] })!
const named = (given: string, family: string) =>
  personName({ given: [given], family: [family], full: [], nickname: [] })!

describe('names', () => {
  test('a whole name is parted at its comma, or before its last word and the particles that belong to it', () => {
    expect(partsOf('Dr. Ana María van der Berg')).toEqual({
      given: ['ana', 'maria'],
      family: ['van', 'der', 'berg'],
    })
    expect(partsOf('Berg, Ana')).toEqual({ given: ['ana'], family: ['berg'] })
    expect(partsOf('Smith John R')).toEqual({ given: ['john', 'r'], family: ['smith'] })
    expect(partsOf('Cher')).toEqual({ given: ['cher'], family: [] })
  })

  test('any script is read in plain letters', () => {
    expect(plainWords('Ελένη Παπαδοπούλου')).toEqual(['eleni', 'papadopoulou'])
    expect(plainWords("O'Brien-Müller")).toEqual(['obrien', 'muller'])
  })

  test.each([
    ['Robert', 'Bob', 'nickname'],
    ['Francisco', 'Paco', 'nickname'],
    ['Наталья', 'Natalia', 'nickname'],
    ['Ana', 'A.', 'initial'],
    ['María José', 'María', 'part'],
    ['Hans Peter', 'Peter', 'part'],
    ['Micheal', 'Michael', 'close'],
    ['Ana', 'Julia', 'other'],
    ['Maria', 'Mario', 'other'],
    ['Maria Jose', 'Maria Teresa', 'alike'],
  ])('%s and %s: %s', (one, other, level) => {
    expect(compareGiven(named(one, 'X'), named(other, 'X'))).toBe(level)
  })

  test.each([
    ['García López', 'Garcia', 'part'],
    ['Weber-Klein', 'Klein', 'part'],
    ['van der Berg', 'Berg', 'same'],
    ['Müller', 'Mueller', 'close'],
    ['Smith', 'Klein', 'other'],
  ])('families %s and %s: %s', (one, other, level) => {
    expect(compareFamily(named('Ana', one), named('Ana', other))).toBe(level)
  })

  test('given and family name in each other’s place are seen', () => {
    expect(compareGiven(named('Weber', 'Max'), named('Max', 'Weber'))).toBe('swapped')
    expect(compareFamily(named('Weber', 'Max'), named('Max', 'Weber'))).toBe(null)
    expect(compareGiven(full('Max Weber'), full('Weber, Max'))).toBe('same')
  })
})

describe('mail', () => {
  test('one mailbox is one text, by the rules of its house', () => {
    expect(mailOf('mailto:Ana.Diaz+News@GoogleMail.com')?.address).toBe('anadiaz@gmail.com')
    expect(mailOf('ana.diaz@acme.com')?.address).toBe('ana.diaz@acme.com')
    expect(mailOf('+x@acme.com')).toBe(null)
    expect(mailOf('nobody')).toBe(null)
  })

  test('an address made from a name is told from one that was chosen', () => {
    const words = ['elizabeth', 'smith']
    expect(madeFrom(words, mailOf('e.smith@acme.com')!)).toBe(true)
    expect(madeFrom(words, mailOf('liz.smith@acme.com')!)).toBe(true)
    expect(madeFrom(words, mailOf('esmith@acme.com')!)).toBe(true)
    expect(madeFrom(words, mailOf('smith77@acme.com')!)).toBe(false)
    expect(madeFrom(words, mailOf('moonchild@acme.com')!)).toBe(false)
  })
})

test('phones are dialled alike from anywhere', () => {
  expect(phoneOf('030 / 123 45-67', 'DE')?.number).toBe('+49301234567')
  expect(phoneOf('tel:+49-30-1234567', 'ES')?.number).toBe('+49301234567')
  expect(phoneOf('0049 30 1234567', 'DE')?.number).toBe('+49301234567')
  expect(phoneOf('12', 'DE')).toBe(null)
})

test('profiles are one text whatever surrounds them', () => {
  expect(linkOf('https://uk.linkedin.com/in/Ana-D%C3%ADaz/?trk=x')).toBe('linkedin.com/ana-díaz')
  expect(linkOf('linkedin.com/in/ana-díaz')).toBe('linkedin.com/ana-díaz')
  expect(linkOf('https://x.com/ana')).toBe(linkOf('http://twitter.com/@ana'))
  expect(linkOf('https://www.linkedin.com/')).toBe(null)
  expect(linkOf('ana')).toBe(null)
})

describe('birthdays', () => {
  test('are read in the order the book is written in', () => {
    expect(dayOrderOf(['03/04/1971', '12/25/1980'])).toBe('month-first')
    expect(birthOf('03/04/1971', 'month-first')).toMatchObject({ year: 1971, month: 3, day: 4 })
    expect(birthOf('03/04/1971', 'day-first')).toMatchObject({ year: 1971, month: 4, day: 3 })
    expect(birthOf('19710403', 'day-first')).toMatchObject({ year: 1971, month: 4, day: 3 })
    expect(birthOf('3 avril 1971', 'day-first')).toMatchObject({ year: 1971, month: 4, day: 3 })
    expect(birthOf('--04-03', 'day-first')).toMatchObject({ year: 0, month: 4, day: 3 })
    expect(birthOf('soon', 'day-first')).toBe(null)
  })

  test.each([
    ['1971-04-03', '1971-04-03', 'same'],
    ['1971-04-03', '1917-04-03', 'slip'],
    ['1971-04-03', '1971-03-04', 'slip'],
    ['1971-04-03', '--04-03', 'partly'],
    ['1971-04-03', '1971-12-28', 'near'],
    ['1950-03-04', '1981-11-12', 'apart'],
  ])('%s and %s: %s', (one, other, level) => {
    expect(compareBirths(birthOf(one, 'day-first')!, birthOf(other, 'day-first')!)).toBe(level)
  })
})

test('similarity is Jaro’s with Winkler’s prefix', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4)
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4)
  expect(jaroWinkler('abc', 'xyz')).toBe(0)
})

test('two neighbours swapped are one slip', () => {
  expect(slips('martha', 'marhta', 2)).toBe(1)
  expect(slips('weber', 'webr', 2)).toBe(1)
  expect(slips('weber', 'klein', 2)).toBe(3)
})
