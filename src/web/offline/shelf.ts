/** Where a device keeps what is sealed: tables of bytes, changed together or not at all. */
export interface Shelf {
  get(table: Table, key: Key): Promise<Uint8Array | null>
  all(table: Table): Promise<Shelved[]>
  /**
   * Reads a table and changes what follows from it, in one transaction that nothing comes between. Resolves when it is
   * on the disk, not before. `decide` must not wait for anything.
   */
  change(table: Table, decide: (rows: readonly Shelved[]) => readonly Deed[]): Promise<void>
}

/**
 * `outbox` counts its keys itself, in the order things came; the others are kept by opaque names. In `files` lie the bytes
 * that the rows of other tables speak of: it is never read as a whole.
 */
export type Table = 'outbox' | 'copy' | 'facts' | 'shared' | 'files'
export type Key = string | number

export interface Shelved {
  readonly key: Key
  readonly value: Uint8Array
}

export type Deed =
  | { readonly put: Table; readonly key: Key; readonly value: Uint8Array }
  /** Behind all that is there, under the next number. */
  | { readonly append: 'outbox'; readonly value: Uint8Array }
  | { readonly remove: Table; readonly key: Key }
  | { readonly clear: Table }
