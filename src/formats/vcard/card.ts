export const cardVersions = ['2.1', '3.0', '4.0'] as const
export type CardVersion = (typeof cardVersions)[number]

/** `TYPE=WORK,VOICE`, or the bare `HOME` of 2.1, whose name is empty. */
export interface Parameter {
  readonly name: string
  readonly values: readonly string[]
}

export interface Property {
  /** `item1` of `item1.TEL`. */
  readonly group: string | null
  /** In capitals, to be compared; `written` is as it stood, to be given back. */
  readonly name: string
  readonly written: string
  /** Without CHARSET and ENCODING=QUOTED-PRINTABLE, which the value has left behind. */
  readonly parameters: readonly Parameter[]
  /** Decoded to text, unfolded, and still with the backslashes of its version: see values.ts. */
  readonly value: string
  /** 1-based line of the file. */
  readonly line: number
  /** What was wrong with its encoding, as the rest of a sentence; the value then is what could be read. */
  readonly damage: string | null
}

export interface VCard {
  /** Null where none was given, or one that does not exist. */
  readonly version: CardVersion | null
  readonly properties: readonly Property[]
}

export interface ReadCard {
  readonly kind: 'card'
  readonly card: VCard
  /** Its lines word for word, in UTF-8 where the file was UTF-16. */
  readonly raw: Uint8Array
  /** 1-based. */
  readonly line: number
  /** False if the file ended, or another card began, before its END:VCARD. */
  readonly wellFormed: boolean
  readonly lost: readonly LostProperty[]
}

/** Where something could not be read; `what` and `reason` make one sentence. */
export interface LostPlace {
  /** 1-based. */
  readonly line: number
  readonly what: string
  readonly reason: string
}

export interface LostProperty extends LostPlace {
  /** More than one where the rest of a card is left out as a whole. */
  readonly count: number
}

/** A remark about the file, outside what any card holds. */
export interface LostLine extends LostPlace {
  readonly kind: 'lost'
}

export type CardRead = ReadCard | LostLine

/** The values of TYPE and the bare parameters, in small letters: `["work", "fax"]`. */
export function typesOf(property: Property): string[] {
  const types: string[] = []
  for (const { name, values } of property.parameters) {
    if (name !== '' && name.toUpperCase() !== 'TYPE') continue
    for (const value of values) types.push(...value.toLowerCase().split(','))
  }
  return types.map((type) => type.trim()).filter((type) => type !== '')
}

/** The first value of a named parameter. */
export function parameterOf(property: Property, name: string): string | null {
  const found = property.parameters.find((one) => one.name.toUpperCase() === name)
  return found?.values[0] ?? null
}
