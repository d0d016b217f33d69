import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReferral } from './referral.ts'

const nobody = {
  name: null,
  described: null,
  role: null,
  organisation: null,
  mail: null,
  phone: null,
  link: null,
  words: null,
}

describe('a person to meet', () => {
  test.each([
    ['Ana Ruiz', { name: 'Ana Ruiz' }],
    ['ana ruiz', { name: 'Ana Ruiz' }],
    [
      'Ana Ruiz, UX lead at Acme, ana@acme.com, +34 600 123 456',
      {
        name: 'Ana Ruiz',
        role: 'UX lead',
        organisation: 'Acme',
        mail: 'ana@acme.com',
        phone: '+34 600 123 456',
      },
    ],
    ['Ana Ruiz, UX lead, Acme', { name: 'Ana Ruiz', role: 'UX lead', organisation: 'Acme' }],
    ['Ana Ruiz (UX, Acme)', { name: 'Ana Ruiz', role: 'UX', organisation: 'Acme' }],
    ['Ana Ruiz – designer – Acme', { name: 'Ana Ruiz', role: 'designer', organisation: 'Acme' }],
    ['Ana Ruiz <ana.ruiz@acme.co.uk>', { name: 'Ana Ruiz', mail: 'ana.ruiz@acme.co.uk' }],
    ['ana@acme.com Ana Ruiz', { name: 'Ana Ruiz', mail: 'ana@acme.com' }],
    ['Ana Ruiz, Acme', { name: 'Ana Ruiz', organisation: 'Acme' }],
    ['Ana Ruiz at Acme', { name: 'Ana Ruiz', organisation: 'Acme' }],
    ['Ana Ruiz from the City Archive', { name: 'Ana Ruiz', organisation: 'City Archive' }],
    ['Ana Ruiz, hydrologist', { name: 'Ana Ruiz', role: 'hydrologist' }],
    ['Ana Ruiz, linkedin.com/in/anaruiz', { name: 'Ana Ruiz', link: 'linkedin.com/in/anaruiz' }],
    [
      'Tomasz Wilk, hydrologist, Basin Office',
      { name: 'Tomasz Wilk', role: 'hydrologist', organisation: 'Basin Office' },
    ],
    [
      'Jürgen Groß, Restaurator beim Stadtarchiv',
      { name: 'Jürgen Groß', role: 'Restaurator', organisation: 'Stadtarchiv' },
    ],
    [
      'Marta Díaz, enfermera en La Paz',
      { name: 'Marta Díaz', role: 'enfermera', organisation: 'La Paz' },
    ],
    [
      'Amélie Poulain, designer chez Acme',
      { name: 'Amélie Poulain', role: 'designer', organisation: 'Acme' },
    ],
    [
      'João da Silva, designer na Acme',
      { name: 'João da Silva', role: 'designer', organisation: 'Acme' },
    ],
    ['Ruth van der Berg', { name: 'Ruth van der Berg' }],
    ['talk to Ben Cole at Acme', { name: 'Ben Cole', organisation: 'Acme' }],
    [
      'Marguerite Laurent, left for private practice, “disagrees with me on everything”',
      {
        name: 'Marguerite Laurent',
        words: 'left for private practice, “disagrees with me on everything”',
      },
    ],
    [
      'her colleague at the museum',
      { described: 'her colleague at the museum', organisation: 'museum' },
    ],
    ['una amiga de Marta', { described: 'una amiga de Marta' }],
    ['田中太郎, UX, Sony', { name: '田中太郎', role: 'UX', organisation: 'Sony' }],
    ['', {}],
  ])('%j', (words, expected) => {
    expect(readReferral(words)).toEqual({ ...nobody, ...expected })
  })

  test('is read from any words without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(Object.keys(readReferral(words)).toSorted()).toEqual(Object.keys(nobody).toSorted())
      }),
    )
  })
})
