import { expect, test } from 'vitest'
import { proposalIn } from './answers.ts'

test.each([
  ['yes', 'Yes, gladly! Friday at four works for me.'],
  ['yes', 'Sure, happy to help.'],
  ['yes', 'Sí, claro. ¿El viernes?'],
  ['yes', 'Avec plaisir, vendredi.'],
  ['yes', 'Gerne, am Freitag.'],
  ['yes', 'Sim, com prazer.'],
  ['no', 'Unfortunately I have no time.'],
  ['no', 'Thanks, but no thank you.'],
  ['no', 'Leider geht es nicht.'],
  ['no', 'Lo siento, no puedo.'],
  ['no', 'Malheureusement, je ne peux pas.'],
  ['no', 'Infelizmente não posso.'],
  ['later', 'Gladly, but next month is better.'],
  ['later', 'Im Moment nicht, ich melde mich.'],
  ['later', 'Ahora mismo no; el próximo mes sí.'],
  ['later', 'Pas en ce moment, plus tard.'],
  ['later', 'Agora não, talvez mais tarde.'],
  [null, 'What would you like to talk about?'],
  [null, 'Yesterday I assured Sina that noon is fine.'],
  [null, ''],
] as const)('%s is what is proposed for %j', (proposal, words) => {
  expect(proposalIn(words)).toBe(proposal)
})

test('only the beginning tells', () => {
  expect(proposalIn(`${'Many words about other things. '.repeat(40)} Unfortunately`)).toBeNull()
})
