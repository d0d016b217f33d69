/**
 * vCard writes a day as `19850412`, JSON as `1985-04-12` (RFC 7095, 3.5.3 to 3.5.6). What is written in
 * neither way stays as it is.
 */
export function dateInJson(value: string): string {
  const match = /^(\d{4}|--)(\d{2})(?:(\d{2}))?(T.*)?$/.exec(value)
  if (!match) return value.startsWith('T') ? timeInJson(value) : value
  const [, year = '', month = '', day, time] = match
  // Six digits are a year and a month only with a dash; four after two dashes are a month and a day.
  const date = day === undefined ? null : `${year === '--' ? '--' : `${year}-`}${month}-${day}`
  if (date === null) return value
  return date + (time === undefined ? '' : timeInJson(time))
}

function timeInJson(time: string): string {
  const match = /^T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}(?:\d{2})?)?$/.exec(time)
  if (!match) return time
  const [, hour, minute, second, zone = ''] = match
  const clock = [hour, minute, second].filter(Boolean).join(':')
  return `T${clock}${/^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`
}

export function dateInCard(value: string): string {
  const match = /^(\d{4}-|--)(\d{2})-(\d{2})(T.*)?$/.exec(value)
  if (match) {
    const [, year = '', month = '', day = '', time = ''] = match
    return `${year === '--' ? '--' : year.slice(0, 4)}${month}${day}${timeInCard(time)}`
  }
  return value.startsWith('T') ? timeInCard(value) : value
}

function timeInCard(time: string): string {
  return /^T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}(?::\d{2})?)?$/.test(time)
    ? time.replaceAll(':', '')
    : time
}

/** `-0500` and `-05:00`. */
export function offsetInJson(value: string): string {
  return /^[+-]\d{4}$/.test(value) ? `${value.slice(0, 3)}:${value.slice(3)}` : value
}

export function offsetInCard(value: string): string {
  return /^[+-]\d{2}:\d{2}$/.test(value) ? value.replace(':', '') : value
}
