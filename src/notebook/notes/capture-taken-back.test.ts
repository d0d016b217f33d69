import { describe, expect, test } from 'vitest'
import { capture } from './capture.ts'

const options = { day: '2026-03-11', zone: null, lang: null } as const

/** Name, role, house and place of the only person. */
function read(text: string) {
  const { people, meeting } = capture(text, options)
  const [person] = people
  expect(people).toHaveLength(1)
  return [person?.name, person?.role, person?.organisation, meeting.place]
}

describe('what somebody takes back in the line itself', () => {
  test.each([
    ['met Ana Ruiz, no sorry it was Ana Reis, UX at Acme', ['Ana Reis', 'UX', 'Acme', null]],
    ['met Ana Ruiz, designer at Acme, no, at Figma', ['Ana Ruiz', 'designer', 'Figma', null]],
    ['conocí a Ana, no, perdón, a Eva, en el tren', ['Eva', null, null, 'el tren']],
    ['Ana Ruiz im Zug getroffen, nein, im Bus', ['Ana Ruiz', null, null, 'Bus']],
    ['rencontré Léa Roy, pardon, Léa Rey, chez Dior', ['Léa Rey', null, 'Dior', null]],
    [
      'conheci a Ana Dias, não, Ana Reis, médica no Santa Maria',
      ['Ana Reis', 'médica', 'Santa Maria', null],
    ],
  ])('is not what is kept of it: %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    ['met Ana Ruiz, no phone number, UX at Acme', ['Ana Ruiz', 'UX', 'Acme', null]],
    ['met Ana Ruiz, no Wi-Fi on the train', ['Ana Ruiz', null, null, 'the train']],
    ['coffee with Ana Ruiz, sorry Tom was late', ['Ana Ruiz', null, null, null]],
    ['conocí a Luis, no quiere fotos, fotógrafo en Magnum', ['Luis', 'fotógrafo', 'Magnum', null]],
    [
      'conheci a Ana Dias, no metro, médica no Santa Maria',
      ['Ana Dias', 'médica', 'Santa Maria', 'metro'],
    ],
  ])('and a no of another kind takes nothing back: %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    ['Luis Gil, cajero en 7-Eleven', '7-Eleven'],
    ['Ana Ruiz, Ingenieurin bei 1&1', '1&1'],
    ['coffee with Kim, geneticist at 23andMe', '23andMe'],
  ])('a house may begin with a number: %j', (text, house) => {
    expect(read(text)[2]).toBe(house)
  })
})
