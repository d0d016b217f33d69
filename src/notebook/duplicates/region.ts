const known = new Map<string, string | null>()

/**
 * The country of a zone, by which numbers without a country code are read: `Europe/Madrid` is ES. Null for UTC and the
 * like. The world's own table is asked, which knows zones by country only; so each answer is remembered.
 */
export function regionOf(zone: string): string | null {
  const before = known.get(zone)
  if (before !== undefined) return before
  const region = searched(zone)
  known.set(zone, region)
  return region
}

/** Each costs a tenth of a millisecond, so those where most people live are asked first. */
const populous =
  'ES DE FR GB IT PT NL BE AT CH PL CZ IE DK SE NO FI GR HU RO UA US CA MX BR AR CL CO IN CN JP KR AU NZ ZA NG KE EG TR IL'
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

function searched(zone: string): string | null {
  const wanted = nowCalled(zone)
  if (!wanted.includes('/') || wanted.startsWith('Etc/')) return null
  for (const code of populous.split(' ')) if (hasZone(code, wanted)) return code
  for (const first of letters) {
    for (const second of letters) {
      if (hasZone(first + second, wanted)) return countryCalled(first + second)?.region ?? null
    }
  }
  return null
}

function hasZone(code: string, zone: string): boolean {
  return countryCalled(code)?.getTimeZones?.()?.includes(zone) ?? false
}

/** Zones of an earlier name, as `Asia/Kolkata` and `Asia/Calcutta`, are one. */
function nowCalled(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return zone
  }
}

/** What TypeScript does not know of yet (ECMA-402, Intl Locale Info). */
interface Country extends Intl.Locale {
  readonly getTimeZones?: () => readonly string[] | undefined
}

function countryCalled(code: string): Country | null {
  try {
    return new Intl.Locale(`und-${code}`)
  } catch {
    return null
  }
}
