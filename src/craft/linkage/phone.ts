import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

export interface Phone {
  /** E.164 where it can be told, else its digits. */
  readonly number: string
  /** What is left when country and area are written differently. */
  readonly tail: string
}

const tailLength = 7

/** A number as it is dialled from anywhere, or null where it has too few digits to be one. */
export function phoneOf(written: string, region: string | undefined): Phone | null {
  const cut = written.slice(0, 64).replace(/^tel:/i, '')
  const digits = cut.replaceAll(/[^0-9]/g, '')
  if (digits.length < 5 || digits.length > 17) return null
  const tail = digits.slice(-tailLength)
  if (cut.startsWith('+') && cut.length === digits.length + 1 && digits.length > 9) {
    return { number: cut, tail }
  }
  const country = countryOf(region)
  const parsed = parsePhoneNumberFromString(cut, country ? { defaultCountry: country } : {})
  if (!parsed?.isPossible()) return { number: digits, tail }
  return { number: parsed.number, tail: parsed.number.slice(-tailLength) }
}

function countryOf(region: string | undefined): CountryCode | null {
  const code = region?.toUpperCase() ?? ''
  return isSupportedCountry(code) ? code : null
}
