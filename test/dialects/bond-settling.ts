import assert from 'node:assert/strict'
import { expectNarrow } from './bond-deeds.ts'
import { holds } from './bond-holding.ts'
import type { BondWalk } from './bond-walk.ts'
import type { Loose } from './notebook.ts'

/** Everybody apart; then each thing is with whom it was given to, once, and nothing is missing. */
export async function settle(walk: BondWalk): Promise<void> {
  for (const person of walk.model.people) {
    if (walk.group(person).size > 1) await walk.unmerge(person, 1)
  }
  const records = await walk.records()
  assert.deepEqual(new Set(records.map(({ id }) => id)), new Set(walk.model.people))
  for (const thing of walk.model.things) {
    const holders = []
    for (const record of records)
      if (await holds(walk.notebook, record, thing)) holders.push(record.id)
    const may = thing.of === null ? [...thing.among] : [thing.of]
    assert.equal(holders.length, 1, `${thing.kind} ${thing.id} is with ${holders.join()}`)
    assert.ok(may.includes(holders[0]), `${thing.kind} ${thing.id} is with another`)
  }
  for (const record of records) {
    const said = walk.answers.get(record.id)
    if (said) expectNarrow(record, said)
  }
  await expectSpeakers(walk)
  await expectPromises(walk)
  await expectExchanges(walk, records)
}

async function expectSpeakers(walk: BondWalk): Promise<void> {
  if (walk.field === null) return
  const { lines } = await walk.ask('notes.show', { kind: 'field', id: walk.field })
  for (const [words, person] of walk.said) {
    const line = lines.find(({ said }: Loose) => said === words)
    if (walk.model.people.includes(person)) assert.equal(line?.speaker?.id, person, words)
    else assert.equal(line?.speaker ?? null, null, words)
  }
}

async function expectPromises(walk: BondWalk): Promise<void> {
  const open = (await walk.ask('promises.list')).promises
  const done = (await walk.ask('promises.list', { done: true })).promises
  for (const { text, talk, done: isDone } of walk.promises) {
    if (!walk.model.things.some(({ id }) => id === talk)) continue
    const found = (isDone ? done : open).find((one: Loose) => one.text === text)
    const { people } = await walk.ask('conversations.show', { id: talk })
    assert.equal(found?.conversation, talk, text)
    assert.equal(found.person?.id, people[0].id, text)
  }
}

/** A day of contact is with whose address it came from. */
async function expectExchanges(walk: BondWalk, records: readonly Loose[]): Promise<void> {
  const { exchanges } = await walk.notebook.documents()
  const docs: Loose[] = (exchanges ?? []).map((row) => JSON.parse(JSON.parse(row).doc))
  for (const { day, mail } of walk.exchanges) {
    const bearer = records.find(({ channels }) => channels.some((one: Loose) => one.value === mail))
    if (!bearer) continue
    const own = docs.filter((one) => one.day === day)
    assert.deepEqual(
      own.map(({ person }) => person),
      [bearer.id],
      `mail from ${mail}`,
    )
  }
}
