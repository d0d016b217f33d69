import type { Loose, Notebook } from './notebook.ts'

/** What Zoom writes of a talk with these two. */
const zoomOf = (ana: string, ben: string) => `WEBVTT

1
00:00:02.370 --> 00:00:05.160
Lucía Prado: Thank you for making time.

2
00:00:05.400 --> 00:00:12.000
${ana}: Of course: show them a portfolio before a degree.

3
00:00:12.100 --> 00:00:14.000
${ana}: Between us, Acme lets people go in May.

4
00:00:14.100 --> 00:00:15.000
${ben}: Hands count before papers.
`

export async function bytesOf(file: Loose): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of file.text) pieces.push(piece)
  return Buffer.concat(pieces)
}

const surnames =
  'Ruiz Soto Vidal Otero Lobo Marín Navas Pardo Quiroga Rueda Salas Torres Urbina Vega Yuste'
let casts = 0

/** A talk with one or two whom no other test knows, and what was said there. */
export async function talkWith(notebook: Notebook, count: 1 | 2) {
  const surname = surnames.split(' ')[casts++ % 15] ?? ''
  const names = [`Ana ${surname}`, `Ben ${surname}ez`]
  const people: string[] = []
  for (const name of names.slice(0, count))
    people.push((await notebook.ask('people.add', { name })).id)
  const { id } = await notebook.ask('conversations.plan', { people })
  const [anaName = '', benName = ''] = names
  return {
    talk: id as string,
    ana: people[0],
    people,
    anaName,
    benName,
    zoom: zoomOf(anaName, benName),
  }
}

export async function brought(notebook: Notebook, talk: string, text: string): Promise<string> {
  const { id } = await notebook.ask('transcripts.import', {
    conversation: talk,
    text,
    name: 'talk.vtt',
  })
  return id
}

export async function found(notebook: Notebook, text: string): Promise<unknown[]> {
  const { hits } = await notebook.ask('search.everything', { text })
  return hits
    .filter(({ kind }: Loose) => kind === 'turn' || kind === 'line')
    .map(({ id, kind }: Loose) => [id, kind])
}

export async function textOf(file: Loose): Promise<string> {
  let text = ''
  for await (const piece of file.text) text += piece
  return text
}

/** Everything the database holds, bytes as text. */
export async function everywhere(notebook: Notebook): Promise<string> {
  const kept = await notebook.documents()
  const derived = await notebook.derived()
  const rows = await notebook.peek((db) => db.selectFrom('contents').select('bytes').execute())
  const log = await notebook.peek((db) =>
    db.selectFrom('changes').select(['before', 'after']).execute(),
  )
  const bytes = rows.map((row) => Buffer.from(row.bytes).toString('utf8'))
  return JSON.stringify([kept, derived, bytes, log])
}
