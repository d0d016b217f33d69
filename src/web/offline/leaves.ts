/** Which pages came together as one leaf, by its name: its version, and the keys under which its pages lie. */
export type Leaves = Readonly<Record<string, Leaf>>

interface Leaf {
  readonly version: string
  readonly keys: readonly string[]
}

/** What a server says of leaves, see `notebook.near`; of its pages, the keys under which they lie. */
interface Heard {
  readonly pages: readonly { readonly leaf: string; readonly key: string }[]
  readonly leaves: readonly { readonly name: string; readonly version: string }[]
  readonly leavesGone: readonly string[]
  readonly stale: readonly string[]
}

/** The leaves once this was heard: one that came takes the place of the one before, whatever pages that had. */
export function leavesAfter(before: Leaves, heard: Heard): Leaves {
  const keys = new Map<string, string[]>()
  for (const { leaf, key } of heard.pages) keys.set(leaf, [...(keys.get(leaf) ?? []), key])
  const [gone, stale] = [new Set(heard.leavesGone), new Set(heard.stale)]
  const stay = Object.entries(before).filter(
    ([name, { version }]) => !gone.has(name) && !stale.has(version),
  )
  const came = heard.leaves.map(({ name, version }): [string, Leaf] => [
    name,
    { version, keys: keys.get(name) ?? [] },
  ])
  return Object.fromEntries([...stay, ...came])
}

export function versionsOf(leaves: Leaves): string[] {
  return Object.values(leaves).map(({ version }) => version)
}
