/** Why a letter did not arrive, by the status of RFC 3463; the most particular first. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^5\.1\.[1036]$/u, 'There is no such mailbox.'],
  [/^5\.1\.2$/u, 'There is no such place for mail behind the @.'],
  [/^5\.1\./u, 'The address is not one that mail reaches.'],
  [/^5\.2\.1$/u, 'The mailbox is closed.'],
  [/^[45]\.2\.2$/u, 'The mailbox is full.'],
  [/^5\.(?:2\.3|3\.4)$/u, 'The letter is larger than they take.'],
  [/^[45]\.2\./u, 'The mailbox takes nothing at the moment.'],
  [/^5\.7\./u, 'Their mail server did not want it.'],
  [/^[45]\.4\./u, 'Their mail server could not be reached.'],
  [/^4\./u, 'It waits; their mail server asked for another time.'],
  [/^5\./u, 'Their mail server gave it back.'],
]

/** One sentence; where no status is known, what can be said anyway. */
export function bounceInWords(status: string | null): string {
  const known = reasons.find(([pattern]) => pattern.test(status ?? ''))
  return known?.[1] ?? 'Their mail server gave it back.'
}
