import type { Thing } from './bond-model.ts'
import type { Loose, Notebook } from './notebook.ts'

/** Whether this record, and no other that is one with it, has the thing. */
export async function holds(
  notebook: Notebook,
  record: Loose,
  { kind, id }: Thing,
): Promise<boolean> {
  if (kind === 'mail') return record.channels.some(({ value }: Loose) => value === id)
  if (kind === 'label') return record.labels.some(({ word }: Loose) => word === id)
  if (kind === 'role') return record.roles.some(({ title }: Loose) => title === id)
  if (kind === 'words') return record.words.split('\n').includes(id)
  if (kind === 'line') {
    const { text } = await notebook.ask('notes.show', { kind: 'person', id: record.id })
    return String(text).split('\n').includes(id)
  }
  if (kind === 'voice') return (await voiceOf(notebook, id)) === record.id
  return (await tableOf(notebook, id)).includes(record.id)
}

/** The records that sit there, whoever they are shown as. */
export async function tableOf(notebook: Notebook, talk: string): Promise<string[]> {
  return (await document(notebook, 'conversations', talk))?.people ?? []
}

async function voiceOf(notebook: Notebook, id: string): Promise<string | null> {
  const [transcript = '', at = ''] = id.split(':')
  return (await document(notebook, 'transcripts', transcript))?.voices[at].who.person ?? null
}

async function document(notebook: Notebook, table: string, id: string): Promise<Loose> {
  const all = await notebook.documents()
  const row = (all[table] ?? []).find((one) => JSON.parse(one).id === id)
  return row === undefined ? null : JSON.parse(JSON.parse(row).doc)
}
