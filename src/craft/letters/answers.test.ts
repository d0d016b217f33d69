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
  ['yes', 'Hello Lucía, yes! Let me know if Friday suits you.'],
  ['yes', 'Ja, Freitag passt. Kein Problem.'],
  ['yes', 'Oui, vendredi à seize heures.'],
  ['yes', 'Sim, no dia 5.'],
  ['no', 'No thanks.'],
  ['no', 'Of course not.'],
  ['no', 'No, gracias.'],
  ['no', 'Claro que no.'],
  ['no', 'Non, merci.'],
  ['no', 'Nein, danke.'],
  ['no', 'Não, obrigada.'],
  [null, 'I’m not sure I am the right person.'],
  [null, "I'm not sure, to be honest."],
  [null, 'Are you sure that you mean me?'],
  [null, 'So happy to hear from you.'],
  [null, 'Sure, maybe. It depends on my week.'],
  [null, 'I would love to, but I travel a lot.'],
  [null, 'No sé si podré.'],
  [null, 'Sí, pero quizás con otra persona.'],
  [null, 'Dime si te refieres a mí.'],
  [null, 'Já não trabalho lá.'],
  [null, 'Sim, talvez.'],
  [null, 'Das ist ja schwierig.'],
  [null, 'Ja, das ist schwierig.'],
  [null, 'Gern, aber ich arbeite dort nicht mehr.'],
  [null, 'Je ne sais pas si c’est possible, bien sûr.'],
  [null, 'Si oui, je vous écris.'],
  [null, 'What would you like to talk about?'],
  [null, 'Yesterday I assured Sina that noon is fine.'],
  [null, ''],
] as const)('%s is what is proposed for %j', (proposal, words) => {
  expect(proposalIn(words)).toBe(proposal)
})

test('only the beginning tells', () => {
  expect(proposalIn(`${'Many words about other things. '.repeat(40)} Unfortunately`)).toBeNull()
})

test('but a no further down leaves no yes', () => {
  expect(proposalIn(`Gladly! ${'Some years ago I did the same. '.repeat(40)}`)).toBe('yes')
  expect(
    proposalIn(`Gladly! ${'Some years ago I did the same. '.repeat(40)} Unfortunately I moved.`),
  ).toBeNull()
})
