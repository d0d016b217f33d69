import type { Drafted } from './draft.ts'
import { isObject, jsonFields, type JsonObject } from './json-fields.ts'
import { leftovers } from './json-record.ts'
import { byType, instanceOf, propertiesOf } from './monica-file.ts'

const broughtIn = new Set(['contact', 'relationship', 'activity'])
const leftoverWords: { readonly [type: string]: string } = {
  photo: 'is a picture; which are whose was kept with the person',
  document: 'is a document; which are whose was kept with the person',
  user: 'is your account there',
}

/** What is nobody's, or has no place in a notebook of people: each kind is said, and how much of it there was. */
export function* leftoversOfMonica(
  account: JsonObject,
  data: ReadonlyMap<string, readonly JsonObject[]>,
): Generator<Drafted> {
  for (const [type, values] of data) {
    if (broughtIn.has(type)) continue
    yield* leftovers(
      type,
      values.length,
      leftoverWords[type] ?? 'has no place in a notebook of people',
    )
  }
  const own = isObject(account['properties']) ? jsonFields(account['properties']) : null
  yield* leftovers(
    'account.properties',
    own?.rest().length ?? 0,
    'belongs to your account there, a journal or a log',
  )
  yield* besidePeople(data)
  yield* ofTheInstance(account)
}

/** What was done with nobody of the export, what more is said of an activity, and relations to somebody who is not there. */
function* besidePeople(data: ReadonlyMap<string, readonly JsonObject[]>): Generator<Drafted> {
  const contacts = data.get('contact') ?? []
  const withSomebody = new Set(
    contacts
      .flatMap((contact) => byType(contact['data']).get('activity') ?? [])
      .map(({ uuid }) => uuid),
  )
  const activities = data.get('activity') ?? []
  const alone = activities.filter(({ uuid }) => !withSomebody.has(uuid))
  yield* leftovers('activity', alone.length, 'was done with nobody of the export')
  const more = activities.flatMap((one) => {
    const own = jsonFields(propertiesOf(one))
    own.pass('summary', 'description', 'happened_at', 'type')
    return own.rest()
  })
  for (const [name, values] of Map.groupBy(more, (one) => one.name)) {
    yield* leftovers(`activity.${name}`, values.length, 'is not shown with days of contact')
  }
  const known = new Set(contacts.map(({ uuid }) => uuid))
  const lost = (data.get('relationship') ?? []).filter(
    (one) => !known.has(propertiesOf(one)['of_contact']),
  )
  yield* leftovers('relationship', lost.length, 'is of somebody who is not in the export')
}

/** Words of the program itself that nobody has; the others came with who has them. */
function* ofTheInstance(account: JsonObject): Generator<Drafted> {
  const used = new Set(textsIn(account['data']))
  for (const [name, values] of Object.entries(instanceOf(account))) {
    if (!Array.isArray(values)) continue
    const unused = values.filter((one) => !isObject(one) || !used.has(one['uuid']))
    yield* leftovers(`account.instance.${name}`, unused.length, 'is a word that nobody has')
  }
}

/** Nothing of that program lies deeper. */
const deepest = 20

function* textsIn(value: unknown, depth = 0): Generator {
  if (typeof value !== 'object' || value === null) yield value
  else if (depth < deepest) for (const one of Object.values(value)) yield* textsIn(one, depth + 1)
}
