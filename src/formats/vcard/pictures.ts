import type { Property } from './card.ts'

/** The comma with the backslash that some cards of 3.0 give it. */
const dataPattern = /^data:([\w.+-]+)\/([\w.+-]+);base64\\?,/i

const mediaOf: Readonly<Record<string, string>> = {
  PHOTO: 'image',
  LOGO: 'image',
  SOUND: 'audio',
  KEY: 'application',
}

/** A picture, a sound or a key in base64 as 4.0 has it: in a data address. */
export function asDataAddress(property: Property): Property {
  const isEncoded = property.parameters.some((one) => one.name.toUpperCase() === 'ENCODING')
  if (!isEncoded) return withPlainComma(property)
  const type = property.parameters.find((one) => one.name.toUpperCase() === 'TYPE')?.values[0]
  const media = mediaOf[property.name] ?? 'application'
  const kind = type?.includes('/')
    ? type.toLowerCase()
    : `${media}/${(type ?? pictureIn(property.value) ?? 'octet-stream').toLowerCase()}`
  const parameters = property.parameters.filter(
    (one) => one.name.toUpperCase() !== 'ENCODING' && one.name.toUpperCase() !== 'TYPE',
  )
  // Some say that they are base64 and write the whole address all the same.
  if (headOf(property)) return withPlainComma({ ...property, parameters })
  return { ...property, parameters, value: `data:${kind};base64,${property.value}` }
}

/** As 3.0 has it: base64, and the kind as TYPE. */
export function asBase64(property: Property): Property {
  const data = headOf(property)
  if (!data?.[2]) return property
  const encoded = [
    { name: 'ENCODING', values: ['b'] },
    { name: 'TYPE', values: [data[2].toUpperCase()] },
  ]
  return {
    ...property,
    parameters: [...property.parameters, ...encoded],
    value: property.value.slice(data[0].length),
  }
}

export function isData(property: Property): boolean {
  return (
    headOf(property) !== null || property.parameters.some(({ name }) => /^encoding$/i.test(name))
  )
}

function headOf({ value }: Property): RegExpExecArray | null {
  return dataPattern.exec(value.slice(0, 200))
}

const pictures = { '/9j/': 'jpeg', iVBORw: 'png', R0lGOD: 'gif', TU0AK: 'tiff' }

/** Apple does not say what kind of picture it is; the first letters of its base64 do. */
function pictureIn(base64: string): string | null {
  return Object.entries(pictures).find(([begin]) => base64.startsWith(begin))?.[1] ?? null
}

function withPlainComma(property: Property): Property {
  const head = headOf(property)?.[0]
  if (!head?.endsWith('\\,')) return property
  return { ...property, value: `${head.slice(0, -2)},${property.value.slice(head.length)}` }
}
