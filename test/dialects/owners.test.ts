import { beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Operation } from '../../src/kit/contract.ts'
import { Problem } from '../../src/kit/problem.ts'
import { everyOperation } from '../../src/operations/run.ts'
import { type Loose, type Notebook, onBothDatabases } from './notebook.ts'

/** One of everything, belonging to Mateo, with words that stand nowhere else. */
async function lifeOfMateo({ ask, answer, start }: Notebook) {
  const his = { who: 'mateo' } as const
  const { result: person, change } = await answer(
    'people.add',
    { name: 'Zacharias Quokka', labels: ['quokka'], roles: [{ organisation: 'Quokka House' }] },
    his,
  )
  const field = await ask('fields.add', { name: 'Quokkology' }, his)
  await ask('places.add', { name: 'Quokka House', moving: { why: 'quokkas move' } }, his)
  const question = await ask('fields.ask', { which: field.id, text: 'Why quokkas?' }, his)
  const talk = await ask('conversations.plan', { people: [person.id], fields: [field.id] }, his)
  const { step } = await ask('conversations.step', { id: talk.id, kind: 'held' }, his)
  const note = await ask(
    'notes.save',
    {
      id: talk.id,
      text: '" quokkas smile #quokkology /quokka\n> feed the quokka\n+ Quokka Person',
    },
    his,
  )
  await ask('letters.keep', { conversation: talk.id, body: 'Dear Quokka' }, his)
  await ask(
    'mail.set',
    { host: '127.0.0.1', user: 'quokka', password: 'quokka', address: 'quokka@example.org' },
    his,
  )
  const keeper = await ask(
    'people.add',
    { name: 'Quokka Mailer', channels: [{ kind: 'mail', value: 'mailer@quokka.example' }] },
    his,
  )
  const toWrite = await ask('conversations.plan', { people: [keeper.id] }, his)
  await ask(
    'letters.send',
    { conversation: toWrite.id, template: 'hello', subject: 'Quokka', body: 'Dear Quokka' },
    his,
  )
  const template = await ask(
    'templates.keep',
    { name: 'Quokka letter', kind: 'hello', subject: '', body: 'Dear quokka' },
    his,
  )
  await ask('conversations.capture', { text: 'Quokka Keeper: " they sleep' }, his)
  const friend = await ask('people.add', { name: 'Quokka Friend' }, his)
  const introduction = await ask(
    'introductions.plan',
    { requester: person.id, target: friend.id, about: 'quokkas' },
    his,
  )
  const transcript = await ask(
    'transcripts.import',
    {
      conversation: talk.id,
      text: 'Quokka Keeper: they sleep\nZacharias: all day',
      name: 'quokka.txt',
    },
    his,
  )
  await ask('transcripts.quote', { id: transcript.id, turn: 0, mark: '"' }, his)
  const theme = await ask(
    'themes.make',
    { field: field.id, claim: 'Quokkas smile', lines: [note.lines[0].id] },
    his,
  )
  const job = await start('notebook.rebuild', {}, his)
  await ask('notebook.rebuild', {}, his)
  const binned = await ask('people.add', { name: 'Binned Quokka' }, his)
  await ask('people.remove', { people: [binned.id] }, his)
  return {
    person: person.id,
    organisation: person.roles[0].organisationId,
    field: field.id,
    question: question.id,
    theme: theme.id,
    said: note.lines[0].id,
    transcript: transcript.id,
    template: template.id,
    introduction: introduction.id,
    conversation: talk.id,
    toWrite: toWrite.id,
    step,
    note: note.id,
    line: note.lines[1].id,
    referral: note.lines[2].id,
    job,
    change,
    binned: binned.id,
  } as Record<string, string>
}

/** What a test may not generate: what these would do, or need, is another test's business. */
const apart = new Set(['contacts.import', 'access.sign-out', 'access.invite', 'access.grant'])

const isServer = (operation: Operation) => operation.name.startsWith('access.')

/** Every way of asking an operation about somebody else's things: each input that takes a text gets each id. */
function questionsTo(operation: Operation, ids: Readonly<Record<string, string>>): object[] {
  const asked: object[] = []
  for (const one of new Set(Object.values(ids))) {
    const input: Record<string, unknown> = { ...filling[operation.name] }
    for (const [name, shape] of Object.entries(fieldsOf(operation.input))) {
      if (shape.safeParse(one).success && !(name in notIds)) input[name] = one
      else if (shape.safeParse([one]).success && !(name in notIds)) input[name] = [one]
      else if (shape.safeParse([one, ids['binned']]).success) input[name] = [one, ids['binned']]
    }
    const isAsked = JSON.stringify(input).includes(one)
    if (isAsked && operation.input.safeParse(input).success) asked.push(input)
  }
  return asked
}

/** Inputs that a text fits but that name no thing, with something harmless. */
const notIds: Readonly<Record<string, true>> = {
  after: true,
  body: true,
  cursor: true,
  language: true,
  lang: true,
  link: true,
  place: true,
  gift: true,
  purpose: true,
  subject: true,
  words: true,
  why: true,
  add: true,
  remove: true,
  note: true,
  claim: true,
  about: true,
  topic: true,
}

const filling: Readonly<Record<string, object>> = {
  'conversations.offer': { times: [] },
  'conversations.step': { kind: 'sent' },
  'people.label': { add: ['taken'] },
  'people.place': { kind: 'P' },
  'fields.change': { why: 'x' },
  'themes.make': { claim: 'x' },
  'themes.change': { about: 'x' },
  'themes.split': { claim: 'x' },
  'asking.rest': { gap: 'does' },
  'conversations.attach': { file: { name: 'page.pdf', path: '/nowhere', size: 1 } },
  'attachments.change': { words: 'x' },
  'consent.level': { level: 'private' },
  'notes.choose': { keep: 'both' },
  'transcripts.quote': { turn: 0 },
  'templates.keep': { name: 'x', kind: 'hello', subject: 'x', body: 'x' },
  'mail.set': { address: 'x@y.example', user: 'x', password: 'x' },
  'mail.hear': { user: 'x', password: 'x' },
  'transcripts.close': { turns: [0] },
  'introductions.plan': { me: 'target' },
  'introductions.step': { kind: 'closed' },
  'introductions.answer': { answer: 'yes' },
  'introductions.letter': { template: 'opt-in' },
  'introductions.keep': { template: 'opt-in' },
  'introductions.sent': { template: 'opt-in' },
}

function fieldsOf(shape: z.ZodType): Record<string, z.ZodType> {
  return 'shape' in shape ? (shape.shape as Record<string, z.ZodType>) : {}
}

onBothDatabases('two owners in one store', (notebook) => {
  let his: Record<string, string> = {}
  beforeAll(async () => {
    his = await lifeOfMateo(notebook())
  })

  const things = everyOperation().filter(
    (operation) => operation.way !== 'pure' && !isServer(operation) && !apart.has(operation.name),
  )

  test('there are many operations to try', () => {
    expect(things.length).toBeGreaterThan(45)
  })

  test.each(things.map((operation) => [operation.name, operation] as const))(
    '%s tells one owner nothing of the other, and changes nothing there',
    async (name, operation) => {
      const before = [await notebook().documents('mateo'), await notebook().derived('mateo')]
      const questions = questionsTo(operation, his)
      const answers: string[] = []
      for (const input of questions.length ? questions : [filling[name] ?? {}]) {
        try {
          const answer = await notebook().ask(name, input)
          answers.push(JSON.stringify(await written(answer)).replaceAll(JSON.stringify(input), ''))
        } catch (error) {
          if (!(error instanceof Problem)) throw new Error(JSON.stringify(input), { cause: error })
          answers.push(error.message.replaceAll(/“.*?”/g, ''))
          expect(error.code).not.toMatch(/forbidden|missing|already-there/)
        }
      }
      expect(answers.length).toBeGreaterThan(0)
      expect(answers.join('\n')).not.toMatch(/quokka/i)
      expect([await notebook().documents('mateo'), await notebook().derived('mateo')]).toEqual(
        before,
      )
    },
  )

  test('the names of one owner lead another nowhere', async () => {
    const { ask, refusal } = notebook()
    for (const text of ['quokka', 'Zacharias Quokka', 'smile']) {
      expect(await ask('people.find', { text })).toMatchObject({ people: [] })
      expect(await ask('search.everything', { text, offRecord: true })).toEqual({ hits: [] })
    }
    expect(await refusal('fields.show', { name: 'Quokkology' })).toMatchObject({
      code: 'field.unknown',
    })
    expect(await refusal('organisations.show', { which: 'Quokka House' })).toMatchObject({
      code: 'organisation.unknown',
    })
    expect(await refusal('topics.rename', { which: 'quokka', name: 'x' })).toMatchObject({
      code: 'topic.unknown',
    })
  })

  test('the operations that take an id were all asked with one', () => {
    const none = things.filter((operation) => questionsTo(operation, his).length === 0)
    expect(none.map(({ name }) => name).toSorted()).toEqual(takeNoId)
  })
})

const takeNoId = [
  'asking.month',
  'asking.whom',
  'asking.works',
  'bin.list',
  'contacts.duplicates',
  'contacts.look',
  'contacts.merge-certain',
  'fields.list',
  'jobs.list',
  'mail.forget',
  'mail.hearing',
  'mail.show',
  'mail.stop-hearing',
  'mail.try',
  'mail.try-hearing',
  'mornings.end',
  'mornings.keep',
  'mornings.prepare',
  'mornings.show',
  'mornings.write',
  'mornings.write-no-more',
  'notebook.export',
  'notebook.mark',
  'notebook.rebuild',
  'people.labels',
  'promises.list',
  'sample.load',
  'sample.remove',
  'settings.show',
  'templates.list',
  'today.show',
  'topics.list',
]

async function written(answer: Loose): Promise<unknown> {
  if (answer && typeof answer === 'object' && 'text' in answer && typeof answer.text === 'object') {
    let whole = ''
    for await (const piece of answer.text) whole += piece
    return whole
  }
  return answer
}
