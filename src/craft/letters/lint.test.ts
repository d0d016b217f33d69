import { describe, expect, test } from 'vitest'
import { countLetter } from './lint.ts'

test('the worked letter of the method counts 83 words, one question, and speaks of them twice as much', () => {
  const counts = countLetter(
    'Question about wind modelling',
    'Dear Dr Rao, Maya Ortiz, who worked with you at the harbour project, suggested I write. I read your talk on forecasting gusts and your point about bad sensors stayed with me. I am finishing a degree in statistics and trying to understand what working on wind forecasts is really like, at your firm and elsewhere. Could you spare 20 minutes for a call in the next two weeks, at any hour that suits you? Whatever your answer, thank you for the talk.',
  )
  expect(counts).toEqual({
    words: 83,
    subjectWords: 4,
    questions: 1,
    youShare: 6 / 9,
    language: 'en',
    jobTalk: false,
    guilt: false,
  })
})

test('talk of jobs is noticed in any case and with its accents', () => {
  expect(countLetter('', 'I attach my Résumé.').jobTalk).toBe(true)
  expect(countLetter('', 'Are you HIRING?').jobTalk).toBe(true)
  expect(countLetter('', 'The jobber positions himself.').jobTalk).toBe(false)
})

test('shortened words count as what they begin with', () => {
  expect(countLetter('', 'I’ve heard you’re busy, and I’m not.').youShare).toBeCloseTo(1 / 3)
})

test('an empty letter is counted too', () => {
  expect(countLetter('', '')).toEqual({
    words: 0,
    subjectWords: 0,
    questions: 0,
    language: null,
    youShare: 0,
    jobTalk: false,
    guilt: false,
  })
})

describe('a letter in another language', () => {
  test.each([
    [
      'es',
      'Estimada Ana: ¿tendría usted veinte minutos para contarme cómo es su día con los pacientes? Gracias.',
    ],
    [
      'fr',
      'Bonjour Camille, auriez-vous vingt minutes pour me parler de votre métier et de ce qui vous tient ?',
    ],
    [
      'de',
      'Liebe Frau Dahl, hätten Sie zwanzig Minuten für mich, um von Ihrer Arbeit mit dem Archiv zu erzählen?',
    ],
    [
      'pt',
      'Cara Beatriz, você teria vinte minutos para me contar como é o seu dia no hospital? Obrigado.',
    ],
  ] as const)('is known as such by its small words: %s', (language, body) => {
    const counts = countLetter('', body)
    expect(counts).toMatchObject({ language, jobTalk: false, guilt: false, questions: 1 })
    expect(counts.youShare).toBeGreaterThanOrEqual(0.5)
  })

  test.each([
    ['es', '¿Hay alguna vacante en su empresa? Le mando mi currículum con este correo.'],
    ['fr', 'Je cherche un emploi et je vous envoie mon CV avec ce message.'],
    [
      'de',
      'Ich suche eine Anstellung und lege meinen Lebenslauf bei, falls Sie eine freie Stelle haben.',
    ],
    ['pt', 'Há uma vaga na sua empresa? Envio o meu currículo com este e-mail.'],
  ] as const)('is heard to speak of jobs: %s', (language, body) => {
    expect(countLetter('', body)).toMatchObject({ language, jobTalk: true })
  })

  test.each([
    ['en', 'You have not replied to my letter of last week, so I am asking you again.'],
    ['es', 'Como no me ha respondido a la carta de la semana pasada, le escribo otra vez.'],
    ['fr', 'Sans réponse de votre part, je me permets de vous relancer au sujet de ma lettre.'],
    ['de', 'Leider habe ich noch nichts von Ihnen gehört und warte immer noch auf eine Zeile.'],
    ['pt', 'Como não recebi resposta sua, escrevo outra vez para saber se viu o meu e-mail.'],
  ] as const)('is heard to put silence at their door: %s', (language, body) => {
    expect(countLetter('', body)).toMatchObject({ language, guilt: true })
  })

  test('beyond the five is counted, and nothing about its words is guessed', () => {
    const finnish = 'Hei Aino, olisiko sinulla kaksikymmentä minuuttia aikaa kertoa työstäsi?'
    expect(countLetter('', finnish)).toMatchObject({ language: null, questions: 1, words: 9 })
  })
})
