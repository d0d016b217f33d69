export type ThingKind =
  | 'conversation'
  | 'line'
  | 'mail'
  | 'label'
  | 'role'
  | 'words'
  | 'voice'
  | 'consent'

/** Something that belongs to somebody, and the records it may belong to as far as the owner has said. */
export interface Thing {
  readonly id: string
  readonly kind: ThingKind
  /** The only one it may be with; null while it came to several who were one. */
  of: string | null
  among: Set<string>
}

/** What a careful person would remember of the deeds, without any rule of ours. */
export interface Model {
  readonly people: string[]
  readonly things: Thing[]
  /** Who is one with whom: by record a set that all of them share. */
  readonly groups: Map<string, Set<string>>
  readonly distinct: Set<string>
}

/** A write that joined these parts. */
export interface Merged {
  readonly change: string | null
  readonly parts: readonly (readonly string[])[]
}

/** A write that parted people into these, and gave some things. */
export interface Taken extends Merged {
  readonly gave: readonly {
    readonly thing: Thing
    readonly to: string
    readonly among: ReadonlySet<string>
  }[]
}

export interface TakenBack {
  readonly change: string | null
  readonly of: Merged | Taken
}

export type Deed = readonly [kind: DeedKind, one: number, other: number, more: number]

export const deedKinds = [
  'add',
  'talk',
  'talk',
  'note',
  'mail',
  'label',
  'capture',
  'import',
  'merge',
  'merge',
  'merge',
  'unmerge',
  'unmerge',
  'distinct',
  'bin',
  'undo-merge',
  'assign',
  'choose',
  'merge-choosing',
  'unlabel',
  'unmail',
  'role',
  'words',
  'consent',
  'field-note',
  'voice',
  'promise',
  'exchange',
  'part-in-bin',
  'empty',
  'forget',
  'undo-unmerge',
  'undo-unmerge',
  'redo',
] as const
export type DeedKind = (typeof deedKinds)[number]
