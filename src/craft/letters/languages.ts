/** A language in which the words of a letter are looked at. */
export const letterLanguages = ['en', 'es', 'fr', 'de', 'pt'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** What is looked for in a letter of one language: single words folded as `wordsOf` folds, phrases with one space. */
export interface LetterWords {
  /** Small words by which the language is told from its neighbours. */
  readonly small: ReadonlySet<string>
  readonly you: ReadonlySet<string>
  readonly mine: ReadonlySet<string>
  /** Talk of jobs, which is not what one asks for in twenty minutes. */
  readonly jobs: readonly string[]
  /** Words that put silence at their door. */
  readonly guilt: readonly string[]
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

function phrases(text: string): readonly string[] {
  return text.split(', ')
}

export const letterWords: Readonly<Record<LetterLanguage, LetterWords>> = {
  en: {
    small: words(
      'the and of to is are was were have has you your with that this would could what which from they there been about',
    ),
    you: words('you your yours'),
    mine: words('i me my mine'),
    jobs: phrases(
      'job, jobs, hire, hiring, vacancy, vacancies, opening, openings, position, resume, cv, referral',
    ),
    guilt: phrases(
      'you did not reply, you didn t reply, you have not replied, you haven t replied, did not hear back, didn t hear back, haven t heard back, have not heard back, have not heard from you, haven t heard from you, no reply from you, no answer from you, ignored my, you forgot, as per my last, still waiting, just following up, sure you are busy but, you must have missed',
    ),
  },
  es: {
    small: words(
      'el la los las de en no a al ha he se si otra vez y que una con para por del muy pero como usted su sus gracias esta este es son lo mas cuando donde hola estimada estimado',
    ),
    you: words(
      'tu tus te ti usted ustedes su sus suyo suya suyos suyas contigo vosotros vosotras vuestro vuestra vuestros vuestras os le les',
    ),
    mine: words('yo me mi mis mio mia mios mias conmigo'),
    jobs: phrases(
      'empleo, empleos, puesto, puestos, vacante, vacantes, contratar, contratan, contratando, contratacion, curriculum, cv, plaza libre, oferta de trabajo, ofertas de trabajo, bolsa de trabajo',
    ),
    guilt: phrases(
      'no me ha respondido, no me has respondido, no he recibido respuesta, no me ha contestado, no me has contestado, no has contestado, no ha contestado, sigo esperando, sin respuesta de su parte, sin respuesta tuya, se te olvido, se le olvido, todavia no me',
    ),
  },
  fr: {
    small: words(
      'le la de en se si a les des et est une un que qui pour dans avec sur vous votre vos je mais nous au aux ce cette bonjour merci plus pas ne',
    ),
    you: words('vous votre vos votres tu te t toi ton ta tes tien tienne'),
    mine: words('je j me m moi mon ma mes mien mienne'),
    jobs: phrases(
      'emploi, emplois, poste, postes, embauche, embaucher, embauchez, recrute, recruter, recrutez, recrutement, candidature, cv, offre d emploi',
    ),
    guilt: phrases(
      'vous n avez pas repondu, tu n as pas repondu, sans reponse de votre part, sans reponse de ta part, je n ai pas eu de reponse, je n ai pas recu de reponse, j attends toujours, vous avez oublie, tu as oublie, sauf erreur de ma part, je me permets de vous relancer, je vous relance, je te relance',
    ),
  },
  de: {
    small: words(
      'der die das und ist ein eine einen mit fur von nicht ich auf dem den zu wie auch es bei oder uber haben hat liebe lieber',
    ),
    you: words(
      'du dich dir dein deine deinen deinem deiner deines euch euer eure eurer eurem euren',
    ),
    mine: words('ich mich mir mein meine meinen meinem meiner meines'),
    jobs: phrases(
      'job, jobs, freie stelle, freien stelle, offene stelle, offenen stelle, offene stellen, stellenangebot, stellenanzeige, stelle frei, einstellen, anstellung, bewerbung, bewerben, lebenslauf, cv, vakanz',
    ),
    guilt: phrases(
      'sie haben nicht geantwortet, du hast nicht geantwortet, nicht geantwortet haben, keine antwort erhalten, keine antwort bekommen, noch nichts von ihnen gehort, noch nichts von dir gehort, ich warte noch, warte immer noch, sie haben vergessen, du hast vergessen, wohl ubersehen',
    ),
  },
  pt: {
    small: words(
      'o os as a de se e um uma com para por do da dos das em no na que nao voce seu sua muito mas obrigado obrigada ola caro cara como mais ao',
    ),
    you: words(
      'voce voces tu te ti teu tua teus tuas seu sua seus suas lhe lhes vos vosso vossa contigo consigo',
    ),
    mine: words('eu me mim meu minha meus minhas comigo'),
    jobs: phrases(
      'emprego, empregos, vaga, vagas, contratar, contratando, contratacao, curriculo, cv, candidatura, oferta de trabalho, recrutamento',
    ),
    guilt: phrases(
      'nao me respondeu, nao respondeu, nao recebi resposta, nao obtive resposta, ainda nao tive resposta, continuo a espera, ainda estou a espera, estou esperando sua resposta, voce esqueceu, esqueceu se, sem resposta da sua parte',
    ),
  },
}

/** Fewer small words than this could be a chance. */
const fewestSmall = 2

/** In which of the five a letter is written, told by its small words; null where they do not tell. `folded` as `wordsOf` gives. */
export function languageOfLetter(folded: readonly string[]): LetterLanguage | null {
  const counted = letterLanguages
    .map((language) => ({
      language,
      count: folded.filter((word) => isSmallIn(letterWords[language], word)).length,
    }))
    .toSorted((one, other) => other.count - one.count)
  const [first, second] = counted
  if (!first || first.count < fewestSmall || first.count === second?.count) return null
  return first.language
}

function isSmallIn({ small, you, mine }: LetterWords, word: string): boolean {
  return small.has(word) || you.has(word) || mine.has(word)
}
