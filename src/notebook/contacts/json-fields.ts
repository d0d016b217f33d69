/** One JSON object on its way in: what is taken of it is understood, and whatever is left is kept by its path. */
export interface JsonFields {
  /** The text under this name, if there is one: numbers and yes or no as they are written. */
  text(name: string): string | null
  /** An object under this name, of which again is taken what is understood. */
  object(name: string): JsonFields | null
  /** The objects of a list, or of Monica's `{ count, type, values }`. */
  objects(name: string): JsonFields[]
  /** The texts of a list. */
  texts(name: string): string[]
  /** Says nothing of a person: a count, a number of the program's own. */
  pass(...names: readonly string[]): void
  /** The same of every value that says nothing by being what it is. */
  passWhere(saysNothing: (value: unknown) => boolean): void
  /** How many values were taken. */
  readonly taken: () => number
  /** What nobody took, each value under its path. */
  readonly rest: () => { readonly name: string; readonly value: string }[]
}

export type JsonObject = { readonly [name: string]: unknown }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function jsonFields(object: JsonObject): JsonFields {
  const left = new Map(Object.entries(object).filter(([, value]) => !isEmpty(value)))
  const inside: { readonly name: string; readonly fields: JsonFields }[] = []
  let count = 0

  function within(name: string, value: JsonObject): JsonFields {
    const fields = jsonFields(value)
    inside.push({ name, fields })
    return fields
  }

  return {
    text(name) {
      const text = textOf(left.get(name))
      if (text === null) return null
      left.delete(name)
      count += 1
      return text
    },
    object(name) {
      const value = left.get(name)
      if (!isObject(value)) return null
      left.delete(name)
      return within(name, value)
    },
    objects(name) {
      const value = left.get(name)
      const all = isObject(value) && Array.isArray(value['values']) ? value['values'] : value
      if (!Array.isArray(all) || !all.every(isObject)) return []
      left.delete(name)
      return all.map((one) => within(name, one))
    },
    texts(name) {
      const value = left.get(name)
      const all = isObject(value) && Array.isArray(value['values']) ? value['values'] : value
      if (!Array.isArray(all)) return []
      const texts = all.map(textOf)
      if (texts.some((text) => text === null)) return []
      left.delete(name)
      count += texts.length
      return texts.flatMap((text) => text ?? [])
    },
    pass(...names) {
      for (const name of names) if (left.delete(name)) count += 1
    },
    passWhere(saysNothing) {
      for (const [name, value] of left) if (saysNothing(value) && left.delete(name)) count += 1
    },
    taken: () => count + inside.reduce((sum, { fields }) => sum + fields.taken(), 0),
    rest: () => [
      ...[...left].flatMap(([name, value]) => leavesOf(name, value, 0)),
      ...inside.flatMap(({ name, fields }) =>
        fields.rest().map((one) => ({ name: `${name}.${one.name}`, value: one.value })),
      ),
    ],
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** Nothing is said by null, by "" and by an empty list. */
function isEmpty(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value !== 'object' || depth >= deepest) return false
  return Object.values(value).every((one) => isEmpty(one, depth + 1))
}

const deepest = 20

/** As JSON; what is nested so deeply that even that cannot be written was made to do harm. */
function deepText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return '(nested too deeply to be kept)'
  }
}

function leavesOf(
  name: string,
  value: unknown,
  depth: number,
): { readonly name: string; readonly value: string }[] {
  if (isEmpty(value)) return []
  const text = textOf(value)
  if (text !== null) return [{ name, value: text }]
  if (depth >= deepest) return [{ name, value: deepText(value) }]
  if (Array.isArray(value)) return value.flatMap((one: unknown) => leavesOf(name, one, depth + 1))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) => leavesOf(`${name}.${key}`, one, depth + 1))
}
