import { expect, test } from 'vitest'
import { type Notebook, openNotebook } from './notebook.ts'
import { walk } from './walk.ts'

async function walked(dialect: 'sqlite' | 'postgres', seed: number): Promise<Walking> {
  const notebook = await openNotebook(dialect, seed)
  try {
    const { deeds, done } = await walk(notebook, seed, 200)
    const kept = await notebook.derived()
    const documents = await notebook.documents()
    await notebook.ask('notebook.rebuild')
    return { deeds, done, documents, kept, rebuilt: await notebook.derived() }
  } finally {
    await notebook.close()
  }
}

/** Rows of one side only, by table: what a reader of a failure wants to see. */
function differences(one: Dump, other: Dump): Dump {
  const found: Dump = {}
  for (const table of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [here, there] = [new Set(one[table]), new Set(other[table])]
    const rows = [
      ...[...here].filter((row) => !there.has(row)).map((row) => `- ${row}`),
      ...[...there].filter((row) => !here.has(row)).map((row) => `+ ${row}`),
    ]
    if (rows.length) found[table] = rows
  }
  return found
}

type Dump = Awaited<ReturnType<Notebook['derived']>>

interface Walking {
  readonly deeds: readonly string[]
  readonly done: number
  readonly documents: Dump
  readonly kept: Dump
  readonly rebuilt: Dump
}

test.each([7, 20, 26])(
  'after two hundred deeds at random (seed %i), what is derived is as if made anew, and both databases hold the same',
  async (seed) => {
    const sqlite = await walked('sqlite', seed)
    expect(sqlite.done).toBeGreaterThan(100)
    expect(differences(sqlite.kept, sqlite.rebuilt)).toEqual({})
    const postgres = await walked('postgres', seed)
    expect(postgres.deeds).toEqual(sqlite.deeds)
    expect(postgres.documents).toEqual(sqlite.documents)
    expect(postgres.kept).toEqual(postgres.rebuilt)
    expect(postgres.kept).toEqual(sqlite.kept)
  },
)
