/**
 * Words for days in five languages, folded (no case, no accents). Each language is tried by itself, so
 * that "morgen" and "mar" are never weighed against English.
 */
export interface DayLexicon {
  /** Sunday first; each a pattern without capturing groups. */
  readonly weekdays: readonly string[]
  /** Before a phrase: this is when it is due. */
  readonly deadline: string
  /** Short words for one day, and how many days ahead it lies. */
  readonly near: readonly (readonly [pattern: string, days: number])[]
  /** What makes a weekday the one of next week ("next Friday"), before and after it. */
  readonly next: string
  readonly nextAfter: string
  readonly inSo: string
  readonly units: {
    readonly day: string
    readonly workday: string
    readonly week: string
    readonly month: string
    readonly hour: string
  }
  readonly nextWeek: string
  readonly nextMonth: string
  readonly thisWeek: string
  readonly thisMonth: string
  readonly weekend: string
  readonly endOf: string
  readonly startOf: string
  readonly middleOf: string
  /** Before the number of a day: "the 12th". */
  readonly theDay: string
  readonly afterNumber: string
  readonly months: readonly string[]
  readonly monthBefore: string
  readonly numbers: Readonly<Record<string, number>>
  /** For days gone by: "last Friday", "yesterday". */
  readonly past: readonly (readonly [pattern: string, days: number])[]
}

const en: DayLexicon = {
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  deadline: 'by|before|until|till|due|no later than|latest|not after',
  near: [
    ['(?:the )?day after tomorrow', 2],
    ['tomorrow|tmrw|tomorow|tommorow', 1],
    [
      'today|tonight|this (?:morning|afternoon|evening)|(?:end of (?:the )?day|eod)(?! (?:on )?(?:[a-z]+day|tomorrow|mon|tue|wed|thu|fri))',
      0,
    ],
  ],
  next: 'next',
  nextAfter: 'next week',
  inSo: 'in|within|after',
  units: {
    day: 'days?',
    workday: '(?:working|business|work) days?|workdays?',
    week: 'weeks?',
    month: 'months?',
    hour: 'hours?|hrs?',
  },
  nextWeek: 'next week',
  nextMonth: 'next month',
  thisWeek: '(?:this|the) week',
  thisMonth: '(?:this |the )?month',
  weekend: '(?:(?:this|the|at the) )?weekend',
  endOf: 'end of|end',
  startOf: 'early|(?:the )?(?:start|beginning) of',
  middleOf: 'mid|middle of|the middle of',
  theDay: '(?:by|before|until|till|on)(?: the)?|the',
  afterNumber: '(?:st|nd|rd|th)',
  months: [
    'january|jan',
    'february|feb',
    'march|mar',
    'april|apr',
    'may',
    'june|jun',
    'july|jul',
    'august|aug',
    'september|sept|sep',
    'october|oct',
    'november|nov',
    'december|dec',
  ],
  monthBefore: 'by|before|until|till|in|of|this|next',
  numbers: {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    'a couple of': 2,
    'a few': 3,
    twelve: 12,
  },
  past: [
    ['yesterday', -1],
    ['(?:the )?day before yesterday', -2],
    ['last night', -1],
  ],
}

const es: DayLexicon = {
  weekdays: ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'],
  deadline: 'antes de|antes del|para|hasta|a mas tardar|como tarde',
  near: [
    ['pasado manana', 2],
    ['(?<!(?:por|de|esta|toda) la )(?<!esta )manana', 1],
    ['hoy|esta (?:noche|tarde|manana)', 0],
  ],
  next: '',
  nextAfter: 'de la semana que viene|de la proxima semana',
  inSo: 'en|dentro de|de aqui a|despues de',
  units: {
    day: 'dias?',
    workday: 'dias? (?:habiles|laborables)',
    week: 'semanas?',
    month: 'mes(?:es)?',
    hour: 'horas?',
  },
  nextWeek:
    '(?:la )?semana que viene|(?:la )?(?:proxima semana|semana proxima|siguiente semana|semana siguiente)',
  nextMonth: '(?:el )?mes que viene|(?:el )?(?:proximo mes|mes proximo)',
  thisWeek: '(?:esta|la|de la|de esta) semana',
  thisMonth: '(?:del?|este|el|de este) mes|mes',
  weekend: '(?:este |el )?(?:fin de semana|finde)',
  endOf: '(?:a |para |el )?(?:finales|final|fines|fin) de|(?:al )?final de',
  startOf: '(?:a )?(?:principios|comienzos|inicios) de',
  middleOf: '(?:a )?mediados de',
  theDay: '(?:antes del|para el|hasta el|el)(?: dia)?|dia',
  afterNumber: '',
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre|setiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  monthBefore: 'en|para|de|antes de|hasta',
  numbers: {
    un: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    quince: 15,
    'un par de': 2,
  },
  past: [
    ['ayer|anoche', -1],
    ['anteayer|antes de ayer', -2],
  ],
}

const fr: DayLexicon = {
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  deadline: "d'ici|avant|pour|jusqu'(?:au?|a)|au plus tard|d'ici a|d'ici au",
  near: [
    ['apres[- ]demain', 2],
    ['demain', 1],
    ["aujourd'hui|ce (?:soir|matin)|cet apres-midi|cette nuit", 0],
  ],
  next: '',
  nextAfter: 'prochain|de la semaine prochaine',
  inSo: "dans|d'ici|sous|apres",
  units: {
    day: 'jours?',
    workday: 'jours? (?:ouvres?|ouvrables?)',
    week: 'semaines?',
    month: 'mois',
    hour: 'heures?|h',
  },
  nextWeek: '(?:la )?semaine prochaine',
  nextMonth: '(?:le )?mois prochain',
  thisWeek: '(?:cette|la|de la|de cette) semaine',
  thisMonth: '(?:du|ce|de ce|le) mois|mois',
  weekend: '(?:ce |le )?week-?end',
  endOf: '(?:(?:la |a la )?fin)(?: de| du)?',
  startOf: '(?:(?:au )?debut)(?: de| du)?',
  middleOf: '(?:a la )?mi|milieu',
  theDay: "(?:avant|pour|d'ici|jusqu'au)? ?(?:le|au)",
  afterNumber: '(?:er)',
  months: [
    'janvier|janv',
    'fevrier|fevr',
    'mars',
    'avril|avr',
    'mai',
    'juin',
    'juillet|juil',
    'aout',
    'septembre|sept',
    'octobre|oct',
    'novembre|nov',
    'decembre|dec',
  ],
  monthBefore: "en|d'ici|avant|pour|de|d'|fin",
  numbers: {
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    quinze: 15,
  },
  past: [
    ['hier', -1],
    ['avant-hier', -2],
  ],
}

const de: DayLexicon = {
  weekdays: [
    'sonntag',
    'montag',
    'dienstag',
    'mittwoch',
    'donnerstag',
    'freitag',
    'samstag|sonnabend',
  ],
  deadline: 'bis|bis zum|bis spatestens|spatestens|vor|vor dem|bis am',
  near: [
    ['ubermorgen|uebermorgen', 2],
    ['(?<!(?:am|jeden|guten|heute|[a-z]+tag|mittwoch) )morgen', 1],
    ['heute', 0],
  ],
  next: 'nachste[nrs]?',
  nextAfter: 'nachster? woche',
  inSo: 'in|innerhalb von|binnen|nach',
  units: {
    day: 'tage?n?',
    workday: '(?:werktage?n?|arbeitstage?n?)',
    week: 'wochen?',
    month: 'monate?n?',
    hour: 'stunden?',
  },
  nextWeek: '(?:nachste[rn]?|kommende[rn]?) woche',
  nextMonth: '(?:nachste[nrs]?|kommende[nrs]?) monats?',
  thisWeek: '(?:diese[r]?|der) woche|woche',
  thisMonth: '(?:dieses|diesen|des) monats?|monats?',
  weekend: '(?:(?:am|zum|dieses) )?(?:wochenende)',
  endOf: 'ende',
  startOf: '(?:zu )?(?:anfang|beginn)',
  middleOf: 'mitte',
  theDay: '(?:bis|bis zum|am|zum|vor dem|der|den)',
  afterNumber: '(?:\\.|ten)',
  months: [
    'januar|jan',
    'februar|feb',
    'marz|maerz',
    'april|apr',
    'mai',
    'juni|jun',
    'juli|jul',
    'august|aug',
    'september|sept|sep',
    'oktober|okt',
    'november|nov',
    'dezember|dez',
  ],
  monthBefore: 'im|bis|vor',
  numbers: {
    ein: 1,
    eine: 1,
    einem: 1,
    einer: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    vierzehn: 14,
  },
  past: [
    ['gestern', -1],
    ['vorgestern', -2],
  ],
}

const pt: DayLexicon = {
  weekdays: [
    'domingo',
    'segunda[- ]feira|segunda',
    'terca[- ]feira|terca',
    'quarta[- ]feira|quarta',
    'quinta[- ]feira|quinta',
    'sexta[- ]feira|sexta',
    'sabado',
  ],
  deadline: 'ate|ate a|ate ao|antes de|antes da|antes do|para|no maximo',
  near: [
    ['depois de amanha', 2],
    ['amanha', 1],
    ['hoje|esta (?:noite|tarde|manha)', 0],
  ],
  next: '',
  nextAfter: 'da semana que vem|da proxima semana',
  inSo: 'em|dentro de|daqui a|daqui|apos',
  units: {
    day: 'dias?',
    workday: 'dias? uteis|dia util',
    week: 'semanas?',
    month: 'mes(?:es)?',
    hour: 'horas?',
  },
  nextWeek: '(?:a |na )?(?:semana que vem|proxima semana|semana proxima)',
  nextMonth: '(?:o |no )?(?:mes que vem|proximo mes)',
  thisWeek: '(?:esta|nesta|da|desta|a) semana',
  thisMonth: '(?:do|este|neste|deste|o) mes|mes',
  weekend: '(?:n?este |o |no )?(?:fim de semana|fds)',
  endOf: '(?:ate )?(?:o |ao |no )?(?:fim|final|fins)(?: d[aeo])?',
  startOf: '(?:n?o )?(?:inicio|comeco)(?: d[aeo])?',
  middleOf: '(?:em )?meados(?: d[aeo])?',
  theDay: '(?:ate|antes de|antes do|para|no|o)(?: o)? dia|dia',
  afterNumber: '',
  months: [
    'janeiro',
    'fevereiro',
    'marco',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  monthBefore: 'em|ate|antes de|para|de',
  numbers: {
    um: 1,
    uma: 1,
    dois: 2,
    duas: 2,
    tres: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    quinze: 15,
    'umas duas': 2,
  },
  past: [
    ['ontem', -1],
    ['anteontem', -2],
  ],
}

/** In the order in which they are tried when nobody says which language it is. */
export const dayLexicons = { en, es, fr, de, pt } as const
export type DayLanguage = keyof typeof dayLexicons
