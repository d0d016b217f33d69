import { type Loose, type Notebook, person } from './notebook.ts'

/** A conversation of today with these people; its note is empty. */
export async function talkWith({ ask }: Notebook, people: readonly string[], more: object = {}) {
  const start = { day: '2026-03-11', clock: '10:00' }
  return (await ask('conversations.plan', { people, start, ...more })).id as string
}

export const textsOf = (note: { lines: { text: string }[] }) => note.lines.map(({ text }) => text)
export const idsOf = (note: { lines: { id: string }[] }) => note.lines.map(({ id }) => id)

export type StepInput = { kind: string; day?: string; at?: string; start?: object; words?: string }

export async function planned(notebook: Notebook, more: object = {}): Promise<string> {
  const who = await person(notebook, 'Ruth Adeyemi')
  const { id } = await notebook.ask('conversations.plan', {
    people: [who],
    link: 'the torn map',
    ...more,
  })
  return id
}

export async function take(notebook: Notebook, id: string, ...steps: (string | StepInput)[]) {
  let answer: Loose = null
  for (const step of steps) {
    const input = typeof step === 'string' ? { kind: step } : step
    answer = await notebook.ask('conversations.step', { id, ...input })
  }
  return answer
}

export const tenOnFriday = { day: '2026-03-13', clock: '10:00' }
