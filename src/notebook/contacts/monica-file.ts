import { isObject, type JsonObject } from './json-fields.ts'

/** Lists come as `{ count, type, values }`; what a list holds of texts alone is one list of them. */
export function byType(data: unknown): Map<string, JsonObject[]> {
  const found = new Map<string, JsonObject[]>()
  for (const one of Array.isArray(data) ? data.filter(isObject) : []) {
    const { type, values } = one
    if (typeof type !== 'string' || !Array.isArray(values)) continue
    const objects = values.map((value: unknown) => (isObject(value) ? value : { uuid: value }))
    found.set(type, [...(found.get(type) ?? []), ...objects])
  }
  return found
}

export function propertiesOf(object: JsonObject | undefined): JsonObject {
  return isObject(object?.['properties']) ? object['properties'] : {}
}

export function byUuid(objects: readonly JsonObject[] = []): [string, JsonObject][] {
  return objects.flatMap((one) => (typeof one['uuid'] === 'string' ? [[one['uuid'], one]] : []))
}

export function instanceOf(account: JsonObject): JsonObject {
  return isObject(account['instance']) ? account['instance'] : {}
}

/** By their number, what the kinds of things in that program are called. */
export function wordsOf(account: JsonObject): Map<string, string> {
  const all = Object.values(instanceOf(account)).flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  )
  return new Map(
    byUuid(all).flatMap(([uuid, one]) => {
      const { name, translation_key: key, type } = propertiesOf(one)
      const word = [name, key, type].find((text) => typeof text === 'string' && text !== '')
      return typeof word === 'string' ? [[uuid, word]] : []
    }),
  )
}
