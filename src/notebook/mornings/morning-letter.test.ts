import { expect, test } from 'vitest'
import { morningLetter } from './morning-letter.ts'

const size = 'Two small things. About ten minutes in all.'
const ends = 'You asked for this in Settings, In the morning, and end it there.'
const items = [
  { who: 'Ruth Adeyemi', why: 'You spoke yesterday. Thank Ruth Adeyemi while it is warm.' },
  { who: null, why: 'You promised: send the list.' },
]

test('a letter in the morning tells what waits in the words of the page, where it is opened, and how it ends', () => {
  const { subject, body } = morningLetter(
    { size, items },
    { says: 'items', link: 'https://notebook.example' },
  )
  expect(subject).toBe('This morning’s page')
  expect(body).toBe(
    [
      size,
      '',
      '– Ruth Adeyemi: You spoke yesterday. Thank Ruth Adeyemi while it is warm.',
      '– You promised: send the list.',
      '',
      'https://notebook.example',
      '',
      ends,
    ].join('\n'),
  )
})

test('who wants only the size of the day reads no name', () => {
  const { body } = morningLetter({ size, items }, { says: 'size', link: null })
  expect(body).toBe(`${size}\n\n${ends}`)
})

test('a full day is told as far as one reads on the way', () => {
  const many = Array.from({ length: 11 }, (_, at) => ({ who: `Guest ${at}`, why: 'Thank them.' }))
  const { body } = morningLetter({ size, items: many }, { says: 'items', link: null })
  expect(body.match(/^– /gm)).toHaveLength(9)
  expect(body).toContain('– and three more')
})
