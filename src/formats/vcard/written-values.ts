import { parameterOf, type Parameter, type Property } from './card.ts'

/** Values that 3.0 and 4.0 write differently: places, numbers, zones, and birthdays without a year. */
export function valueIn40(property: Property): Property {
  const { name, value } = property
  const place = name === 'GEO' ? /^(-?[\d.]+)\\?;(-?[\d.]+)$/.exec(value.trim()) : null
  if (place) return { ...property, value: `geo:${place[1]},${place[2]}` }
  if (name === 'TEL' && parameterOf(property, addressed)?.toLowerCase() === 'uri') {
    const parameters = without(property, addressed)
    return { ...property, parameters: [value40, ...parameters], value: `tel:${value}` }
  }
  if (name === 'TZ' && says(property, 'VALUE', 'text'))
    return { ...property, parameters: without(property, 'VALUE') }
  const year = dates.has(name) ? parameterOf(property, omitted) : null
  const rest = year !== null && value.startsWith(`${year}-`) ? value.slice(year.length + 1) : ''
  if (!/^\d{2}-\d{2}$/.test(rest)) return property
  return {
    ...property,
    parameters: without(property, omitted),
    value: `--${rest.replace('-', '')}`,
  }
}

export function valueIn30(property: Property): Property {
  const { name, value } = property
  const place = name === 'GEO' ? /^geo:(-?[\d.]+)\\?,(-?[\d.]+)$/i.exec(value.trim()) : null
  if (place) return { ...property, value: `${place[1]};${place[2]}` }
  if (name === 'TEL' && says(property, 'VALUE', 'uri') && /^tel:/i.test(value)) {
    const parameters = [{ name: addressed, values: ['uri'] }, ...without(property, 'VALUE')]
    return { ...property, parameters, value: value.slice(4) }
  }
  if (name === 'TZ' && !/^[+-]\d{2}:?\d{2}$/.test(value)) {
    const parameters = [{ name: 'VALUE', values: ['text'] }, ...without(property, 'VALUE')]
    return { ...property, parameters }
  }
  return yearlessIn30(property)
}

/** 3.0 has no birthday without a year; Apple writes one with a year that is not meant. */
export function yearlessIn30(property: Property): Property {
  const match = /^--(\d{2})-?(\d{2})$/.exec(property.value)
  if (!match || !dates.has(property.name)) return property
  const parameters = [{ name: omitted, values: ['1604'] }, ...without(property, 'VALUE')]
  return { ...property, parameters, value: `1604-${match[1]}-${match[2]}` }
}

const dates = new Set(['BDAY', 'ANNIVERSARY', 'X-ANNIVERSARY'])
const omitted = 'X-APPLE-OMIT-YEAR'
/** That a number of 3.0 was an address, `tel:…`, in 4.0. */
const addressed = 'X-VALUE'
const value40: Parameter = { name: 'VALUE', values: ['uri'] }

function says(property: Property, name: string, value: string): boolean {
  return parameterOf(property, name)?.toLowerCase() === value
}

function without({ parameters }: Property, name: string): Parameter[] {
  return parameters.filter((one) => one.name.toUpperCase() !== name)
}
