/**
 * What a machine says of itself in the head (RFC 3834 and what was there before it): `reply` answers for somebody,
 * `other` is a list, a report, a newsletter. Null where nobody says so.
 */
export function machineOf(
  header: (name: string) => string,
  subject: string,
): 'reply' | 'other' | null {
  const value = (name: string) => header(name).trim().toLowerCase()
  const submitted = value('auto-submitted').split(/[\s;]/u, 1)[0] ?? ''
  const precedence = value('precedence')
  const isReply =
    submitted === 'auto-replied' ||
    /^auto[-_ ]?reply$/u.test(precedence) ||
    replySigns.some((name) => value(name) !== '' && value(name) !== 'no')
  if (isReply) return 'reply'
  const isMachine =
    /^(?:bulk|junk|list)$/u.test(precedence) ||
    !['', 'no'].includes(submitted) ||
    listSigns.some((name) => value(name) !== '')
  // Some that answer for somebody say no more than that they are machines; then the subject tells.
  if (isMachine) return isVacation(subject, '') ? 'reply' : 'other'
  return null
}

/** Fields that only a list writes. */
const listSigns = ['list-id', 'list-unsubscribe'] as const

/** Fields that only a machine that answers for somebody writes. */
const replySigns = [
  'x-autoreply',
  'x-autorespond',
  'x-auto-reply',
  'x-autoresponder',
  'x-vacation',
  'x-mailer-autoreply',
  'x-amazon-auto-reply',
] as const

/** How such a note begins, in the languages of the house: the last hint, for those that say nothing in the head. */
const beginnings = [
  'automatic reply',
  'auto reply',
  'auto-reply',
  'autoreply',
  'out of office',
  'out of the office',
  'automatische antwort',
  'abwesenheitsnotiz',
  'abwesend',
  'abwesenheit',
  'respuesta automática',
  'respuesta automatica',
  'fuera de la oficina',
  'fuera de oficina',
  'réponse automatique',
  'reponse automatique',
  'absence du bureau',
  'absent du bureau',
  'message d’absence',
  "message d'absence",
  'resposta automática',
  'resposta automatica',
  'fora do escritório',
  'fora do escritorio',
  'ausência do escritório',
] as const

/** Whether a subject, or copied words, begin as a note of absence does. */
export function isVacation(subject: string, words: string): boolean {
  return beginsSo(subject) || beginsSo(words)
}

function beginsSo(text: string): boolean {
  const plain = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/^[\s[(*_:–—-]+/u, '')
  return beginnings.some((one) => plain.startsWith(one))
}
