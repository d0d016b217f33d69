import type { PersonId } from '../../kit/ids.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import type { Slice } from './bringing.operations.ts'
import type { Card } from './contacts.store.ts'
import { addLines } from './imported-note.operations.ts'
import { keepExchanges } from './keep-exchanges.operations.ts'

/** Keeps what records say beside the person: lines of the note about them, and who introduced them. */
export async function keepBeside(
  ctx: Writing,
  { beside, way }: Slice,
): Promise<Map<string, Pick<Card, 'made'>>> {
  const made = new Map<string, Pick<Card, 'made'>>()
  for (const { card, person, beside: said } of beside) {
    if (said.through) way.introduced.set(person, said.through)
    const note = await addLines(ctx, { kind: 'person', id: person }, said.lines)
    if (note.length) made.set(card, { made: note })
  }
  return made
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
