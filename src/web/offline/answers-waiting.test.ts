import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import type { Entry } from './entry.ts'
import { answerWith } from './near-answers.ts'
import type { NearConversation, NearWholePerson } from './near-shapes.ts'
import { personAdded, plannedConversation } from './on-top.ts'

const notMet = { day: null, place: null, words: null }
const ruth = { id: id('person', 'ruth'), name: 'Ruth', line: '', spokeOn: null, met: notMet }
const ana = { ...ruth, id: id('person', 'ana'), name: 'Ana' }
const notAsked = { notes: 'not-asked', naming: 'not-asked', sharing: 'not-asked', on: null }

function waits(operation: string, input: unknown): Entry {
  return {
    at: 1,
    key: JSON.stringify(input),
    operation,
    input,
    files: [],
    done: '2026-03-12T10:00:00.000Z',
    zone: 'Europe/Madrid',
    slot: null,
    held: null,
    before: [],
    sent: false,
    broken: 0,
    refused: null,
    landed: null,
  }
}

const talk = plannedConversation(
  waits('conversations.plan', { id: 'talk', people: [ruth.id, ana.id] }),
  [ruth, ana],
)
const near = {
  page: async (operation: string, input: unknown) => {
    const which = JSON.stringify(input)
    if (operation === 'conversations.show' && which.includes('talk')) return talk
    if (operation === 'people.show' && which.includes('ruth')) return personAdded(ruth)
    return null
  },
  transcript: async () => null,
  people: [ruth, ana],
  talks: async () => null,
  count: 2,
  isFilled: true,
}

async function shown<Answer>(
  operation: string,
  which: string,
  waiting: readonly Entry[],
): Promise<Answer | null> {
  return (await answerWith(near, { operation, input: { id: which } }, waiting)) as Answer | null
}

const person = async (who: string, waiting: readonly Entry[]) =>
  (await shown<NearWholePerson>('people.show', who, waiting)) ?? personAdded({})
const conversation = async (waiting: readonly Entry[]) =>
  (await shown<NearConversation>('conversations.show', 'talk', waiting)) ?? talk

test('what all agreed to in a conversation shows there and with each of them before the server has it', async () => {
  const waiting = [waits('consent.answer', { conversation: 'talk', notes: 'facts', said: 'aloud' })]
  const consent = { ...notAsked, notes: 'facts', on: '2026-03-12' }
  expect((await conversation(waiting)).consent).toEqual(consent)
  for (const who of ['ruth', 'ana']) {
    const told = await person(who, waiting)
    expect(told.consent).toEqual(consent)
    expect(told.answers).toEqual([
      { notes: 'facts', said: 'aloud', conversation: 'talk', on: '2026-03-12' },
    ])
  }
})

test('what one of several answered is theirs alone', async () => {
  const waiting = [
    waits('consent.answer', { person: 'ruth', conversation: 'talk', naming: 'role' }),
    waits('consent.answer', { person: 'ruth', naming: 'none' }),
  ]
  expect((await conversation(waiting)).consent).toEqual(notAsked)
  expect((await person('ana', waiting)).consent).toEqual(notAsked)
  const told = await person('ruth', waiting)
  expect(told.consent).toMatchObject({ naming: 'none' })
  expect(told.answers?.map(({ naming }) => naming)).toEqual(['role', 'none'])
})

test('what the server refused is shown nowhere', async () => {
  const refused = { code: 'consent.no-yes', sentence: 'Say how', safe: null, mend: null }
  const entry = waits('consent.answer', { conversation: 'talk', sharing: 'yes' })
  expect((await conversation([{ ...entry, refused }])).consent).toEqual(notAsked)
})
