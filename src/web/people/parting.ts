import type { client } from '../shell/server.ts'

export type Parting = Awaited<ReturnType<typeof client.people.parting>>
export type Member = Pick<Parting['members'][number], 'id' | 'name' | 'words'>
export type Thing = Parting['undecided'][number]

/** What members are called where they stand beside each other: by name, and by where they came from where names agree. */
export function namesApart(
  members: readonly Member[],
  noName: string,
): ReadonlyMap<string, string> {
  const called = members.map(({ id, name, words }) => ({ id, name: name || noName, words }))
  return new Map(
    called.map(({ id, name, words }) => {
      const isAlone = called.filter((one) => one.name === name).length === 1
      return [id, isAlone || words === '' ? name : `${name}, ${words}`]
    }),
  )
}

/** For `people.unmerge`: only what goes to another than the one it stays with anyway. */
export function given(
  things: readonly Thing[],
  whose: ReadonlyMap<string, string>,
): { thing: string; to: string }[] {
  return things.flatMap(({ id }) => {
    const to = whose.get(id)
    return to === undefined ? [] : [{ thing: id, to }]
  })
}

/** The things of each record, in the order of the records. */
export function byKeeper<T extends Pick<Thing, 'with'>>(
  members: readonly Pick<Member, 'id'>[],
  things: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return new Map(
    members.map((member) => [member.id, things.filter((thing) => thing.with === member.id)]),
  )
}
