import { expect, test } from 'vitest'
import { Problem } from '../../src/kit/problem.ts'
import { card, file } from './contacts-files.ts'
import { type Loose, type Notebook, openNotebook, person } from './notebook.ts'
import { expectNoTrace } from './traces.ts'
import { type Dice, diceFrom, walk } from './walk.ts'

/** Names that nobody of a walk bears, and that are nothing but names. */
const names = [
  ['Thorvaldis', 'Krzemień'],
  ['Ximena', 'Quisqueyano'],
  ['Жофия', 'Пшеничная'],
  ['Bébhinn', 'O’Flannagáin'],
] as const

const sayings = [
  'the quiet ones carry the ladder home',
  'nobody ever reads the second paragraph',
  'mend the roof while the sun is out',
]

/** What a year with somebody leaves behind, in any order, some of it taken back or put into the bin again. */
async function live(notebook: Notebook, dice: Dice): Promise<{ id: string; marks: string[] }> {
  const [given, family] = dice.of(names)
  const full = `${given} ${family}`
  const mail = `${'zzq'.repeat(2)}${dice.below(1000)}@nowhere.example`
  const said = dice.of(sayings)
  const { ask, answer } = notebook
  const bare = { name: full, channels: [{ kind: 'mail', value: mail }] }
  const id: string = dice.below(2)
    ? await person(notebook, full, bare)
    : await broughtIn(notebook, full, mail)
  const others = [await person(notebook, 'Ada Lund'), await person(notebook, 'Per Holm')]
  const talks: string[] = []
  const changes: string[] = []
  const plan = async () => {
    const people = [id, ...dice.some(others, 2)]
    talks.push((await ask('conversations.plan', { people, link: `through ${full}` })).id)
  }
  await plan()
  const write = async (subject: object, own: readonly string[]) => {
    const { text } = await ask('notes.show', { ...subject, offRecord: true })
    const before = text === '' ? [] : String(text).split('\n')
    const kept = before.filter(() => dice.below(6) > 0)
    const saved = await answer('notes.save', { ...subject, text: [...kept, ...own].join('\n') })
    if (saved.change !== null) changes.push(saved.change)
  }
  const lock = () => (dice.below(4) === 0 ? '% ' : '')
  const deeds: readonly (() => Promise<unknown>)[] = [
    plan,
    () => write({ id: dice.of(talks) }, [`${lock()}" @${given}: ${said}`, `> write to @${given}`]),
    () => write({ id: dice.of(talks) }, [`${lock()}${given} was late`, '" @Ada: hold the line']),
    () => write({ kind: 'person', id }, [`${lock()}! ${said}`, `${family} likes rain`]),
    () => write({ kind: 'person', id: dice.of(others) }, [`knows ${full} (${mail})`]),
    () => write({ kind: 'owner', id: 'me' }, [`${lock()}ask ${full.toUpperCase()} about glue`]),
    () => ask('letters.keep', { conversation: dice.of(talks), body: `Dear ${given}, "${said}".` }),
    () => ask('conversations.step', { id: dice.of(talks), kind: 'sent', words: `to ${mail}` }),
    () => ask('people.change', { id: dice.of(others), meeting: { through: id, words: full } }),
    () => ask('people.change', { id, words: said }, { key: `a key ${dice.below(1e6)}` }),
    () => ask('conversations.remove', { conversations: [dice.of(talks)] }),
    () => ask('bin.restore', { ids: [dice.of(talks)] }),
    async () => ask('changes.undo', { id: dice.of(changes) }),
    () => ask('conversations.capture', { text: `${full}, potter at Kiln: " ${said}` }),
  ]
  for (let at = 0; at < 40; at++) {
    await dice
      .of(deeds)()
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
      })
  }
  return { id, marks: [given, family, mail, said] }
}

async function broughtIn({ ask }: Notebook, full: string, mail: string): Promise<string> {
  const files = [await file(`${full}.vcf`, card(`uid ${full}`, full, `EMAIL:${mail}`))]
  await ask('contacts.import', { files })
  return (await ask('people.find', { text: full })).people[0].id
}

async function forgetAtRandom(dialect: 'sqlite' | 'postgres', seed: number): Promise<void> {
  const notebook = await openNotebook(dialect, seed)
  try {
    const dice = diceFrom(seed)
    await walk(notebook, seed, 60)
    const { id, marks } = await live(notebook, dice)
    const { count } = await notebook.ask('people.list')
    const told: Loose = await notebook.ask('people.forget', { people: [id] })
    expect(told).toMatchObject({ forgotten: 1, records: 1 })
    await expectNoTrace(notebook, marks)
    expect((await notebook.ask('people.list')).count).toBe(count - 1)
    const derived = await notebook.derived()
    await notebook.ask('notebook.rebuild')
    expect(await notebook.derived()).toEqual(derived)
    // What is left is alive: more deeds, undoing among them, and still nobody comes back.
    await walk(notebook, seed + 1, 40)
    await expectNoTrace(notebook, marks)
  } finally {
    await notebook.close()
  }
}

test.each([
  ['sqlite', 3],
  ['sqlite', 9],
  ['sqlite', 42],
  ['postgres', 42],
] as const)(
  'whatever was written with somebody, forgetting them leaves no trace (%s, seed %i)',
  async (dialect, seed) => {
    await expect(forgetAtRandom(dialect, seed)).resolves.toBeUndefined()
  },
)
