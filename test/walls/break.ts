/** Who can notice a break: dependency-cruiser, the compiler, oxlint, knip. */
export type Watcher = 'walls' | 'types' | 'lint' | 'unused'

/** A fault put in on purpose, in a file of its own, and who has to notice it. */
export interface Break {
  readonly what: string
  /** From the project's root; no such file exists in the tree. */
  readonly file: string
  readonly code: string
  readonly watcher: Watcher
  /** The rule as its tool calls it: `kit-needs-nothing`, `TS2304`, `no-console`. */
  readonly rule: string
  /** What the tool names instead of the file, where it complains of more than one: a folder. */
  readonly saidOf?: string
}

/** Something that looks like a break and is allowed: a wall that stands in the way is wrong too. */
export interface Passage {
  readonly what: string
  readonly file: string
  readonly code: string
}
