import type { PersonId } from '../../kit/ids.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import { type Field, keyOf } from '../nouns/noun.ts'
import { nounsFor } from '../nouns/nouns.operations.ts'
import { fieldIdOf, fieldKind } from '../nouns/nouns.store.ts'
import { personKind } from '../people/people.store.ts'
import type { Standing } from '../people/person.ts'
import { type Agreed, type AgreedBrought, withAgreed } from './agreed.ts'
import type { Slice } from './bringing.operations.ts'
import type { Card } from './contacts.store.ts'
import { addLines } from './imported-note.operations.ts'
import { keepExchanges } from './keep-exchanges.operations.ts'

type Beside = Pick<Card, 'made' | 'agreed'>

/** Keeps what records say beside the person: lines of the note about them, who introduced them, what they agreed to. */
export async function keepBeside(
  ctx: Writing,
  { beside, way }: Slice,
): Promise<Map<string, Beside>> {
  const made = new Map<string, Beside>()
  for (const { card, person, beside: said } of beside) {
    if (said.through) way.introduced.set(person, said.through)
    const note = await addLines(ctx, { kind: 'person', id: person }, said.lines)
    const agreed = said.agreed ? await keepAgreed(ctx, person, said.agreed) : null
    if (!note.length && !agreed) continue
    made.set(card, { ...(note.length ? { made: note } : {}), ...(agreed ? { agreed } : {}) })
  }
  return made
}

/** What of it was new; null where nothing was. */
async function keepAgreed(
  ctx: Writing,
  which: PersonId,
  agreed: Agreed,
): Promise<AgreedBrought | null> {
  const before = await load(ctx.db, ctx.owner, personKind, which)
  if (!before) return null
  const { person, brought } = withAgreed(before, agreed, await standingsIn(ctx, agreed))
  if (brought.answers.length === 0 && brought.fields.length === 0) return null
  await ctx.record.keep(personKind, which, person)
  return brought
}

/** Fields are known by their names, and made where the notebook has none of that name. */
async function standingsIn(ctx: Writing, { fields }: Agreed): Promise<Standing[]> {
  const names = fields.map(({ name }) => name)
  const { byKey } = await nounsFor(ctx, fieldKind, names, (noun): Field => ({ ...noun, why: '' }))
  const standings = fields.flatMap(({ name, kind }): Standing[] => {
    const field = byKey.get(keyOf(name))
    return field ? [{ field: fieldIdOf(field), kind }] : []
  })
  return [...new Map(standings.map((one) => [one.field, one])).values()]
}

/** Days on which there was contact, also those that a dry run would keep. */
export async function keepContact(ctx: Reading | Writing, { beside, way }: Slice): Promise<void> {
  const told = beside.flatMap(({ person, beside: said }) => withPerson(said.told, person))
  if (told.length === 0) return
  const by = { source: way.source, again: new Set<string>(), seen: way.days }
  const { fresh, changed } = await keepExchanges(ctx, told, by)
  if (changed) way.tellsOfContact = true
  way.report.exchanges += fresh
}

function withPerson<Told extends object>(
  told: readonly Told[],
  person: PersonId,
): (Told & { readonly person: PersonId })[] {
  return told.map((one) => ({ ...one, person }))
}
