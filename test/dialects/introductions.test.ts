import { expect, test } from 'vitest'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'
import { planned } from './talk.ts'
import { everyRow } from './traces.ts'

const reasons = {
  requester: 'she reads river mud and needs a spectrometer',
  target: 'her spectrometer stands idle, and mud is what it was built for',
}
const lines = {
  requester: 'a geographer who reads what rivers leave behind',
  target: 'a chemist with a patient instrument',
}

function mail(value: string): object {
  return { channels: [{ kind: 'mail', value }] }
}

async function two(notebook: Notebook): Promise<{ leila: string; eleni: string }> {
  return {
    leila: await person(notebook, 'Leila Haddad', mail('leila@rivers.example')),
    eleni: await person(notebook, 'Eleni Markou', mail('eleni@lab.example')),
  }
}

async function idea(notebook: Notebook): Promise<string> {
  await notebook.ask('settings.change', { name: 'Inés' })
  const { leila, eleni } = await two(notebook)
  const { id } = await notebook.ask('introductions.plan', {
    shape: 'idea',
    requester: leila,
    target: eleni,
    reasons,
    lines,
    both: 'Leila has river mud, Eleni has an idle spectrometer',
    about: 'mud',
  })
  return id
}

const failing = ({ checks }: Loose): string[] =>
  checks.filter(({ ok }: Loose) => !ok).map(({ code }: Loose) => code)

onBothDatabases('a matchmaker’s idea', (notebook) => {
  test('asks both by themselves, and neither letter names the other', async () => {
    const { ask } = notebook()
    const id = await idea(notebook())
    for (const side of ['requester', 'target']) {
      const letter = await ask('introductions.letter', { id, template: 'opt-in', side })
      expect(letter.gaps).toEqual([])
      expect(failing(letter)).toEqual([])
      const other = side === 'requester' ? /Eleni|Markou/u : /Leila|Haddad/u
      expect(`${letter.subject}\n${letter.body}`).not.toMatch(other)
    }
    const toLeila = await ask('introductions.letter', { id, template: 'opt-in', side: 'requester' })
    expect(toLeila.body).toContain('Dear Leila')
    expect(toLeila.body).toContain(lines.target)
  })

  test('a letter that gives the other away is asked about before it goes', async () => {
    const { ask, refusal, documents } = notebook()
    const id = await idea(notebook())
    const which = { id, template: 'opt-in', side: 'target' }
    const { body } = await ask('introductions.letter', which)
    const telling = { ...which, body: body.replace('Somebody I know', 'Leila') }
    const before = await documents()
    expect(await refusal('introductions.sent', telling)).toMatchObject({ code: 'letter.unready' })
    expect(await documents()).toEqual(before)
    const why = { ...telling, anyway: 'Leila said that I may' }
    expect((await ask('introductions.sent', why)).letter.sentOn).toBe('2026-03-11')
  })

  test('nobody is linked, in a draft neither, before both have said yes', async () => {
    const { ask, refusal } = notebook()
    const id = await idea(notebook())
    expect((await ask('introductions.show', { id })).next.what).toBe('ask-sides')
    await ask('introductions.sent', { id, template: 'opt-in', side: 'requester' })
    await ask('introductions.answer', { id, side: 'requester', answer: 'yes' })
    const link = { id, template: 'link' }
    expect(await refusal('introductions.letter', link)).toMatchObject({
      code: 'introduction.no-letter',
    })
    expect(await refusal('introductions.step', { id, kind: 'made' })).toMatchObject({
      code: 'introduction.not-now',
      says: 'Nobody is linked before both have said yes',
    })
    await ask('introductions.sent', { id, template: 'opt-in', side: 'target' })
    const agreed = await ask('introductions.answer', { id, answer: 'yes' })
    expect(agreed).toMatchObject({ state: 'agreed', next: { what: 'link' } })
    const letter = await ask('introductions.letter', link)
    expect(letter.to.map(({ name }: Loose) => name)).toEqual(['Eleni Markou', 'Leila Haddad'])
    expect(letter.body).toContain('moves me to bcc')
    expect(letter.gaps).toEqual([])
    const sent = await ask('introductions.sent', link)
    expect(sent.introduction).toMatchObject({ state: 'made', since: '2026-03-11' })
  })
})

onBothDatabases('a no', (notebook) => {
  test('is written down nowhere: no document, no index and no answer tells it from silence', async () => {
    const { ask, documents, derived } = notebook()
    const id = await idea(notebook())
    await ask('introductions.sent', { id, template: 'opt-in', side: 'requester' })
    const shown = await ask('introductions.show', { id })
    const before = [await documents(), await derived()]
    expect(await ask('introductions.answer', { id, side: 'requester', answer: 'no' })).toEqual(
      shown,
    )
    expect([await documents(), await derived()]).toEqual(before)
  })

  test('leaves no row in any table and no revision behind, sent with a key as well', async () => {
    const { ask, answer } = notebook()
    const id = await idea(notebook())
    await ask('introductions.step', { id, kind: 'asked', side: 'requester' })
    const shown = await ask('introductions.show', { id })
    const before = await everyRow(notebook())
    const no = { id, side: 'requester', answer: 'no' }
    const heard = await answer('introductions.answer', no, { key: 'a no that the owner heard' })
    expect(heard).toEqual({ result: shown, change: null, revision: null })
    expect(await everyRow(notebook())).toEqual(before)
  })

  test('closes on the same day as silence does, and what comes later is refused alike', async () => {
    const { ask, refusal, clock } = notebook()
    const ids = [await idea(notebook()), await idea(notebook())] as const
    for (const id of ids) {
      await ask('introductions.step', { id, kind: 'asked', side: 'requester' })
      await ask('introductions.step', { id, kind: 'asked', side: 'target' })
      await ask('introductions.answer', { id, side: 'target', answer: 'yes' })
    }
    const [silent, refused] = ids
    await ask('introductions.answer', { id: refused, answer: 'no' })
    const told = async (id: string) => {
      const { id: _id, people: _people, ...rest } = await ask('introductions.show', { id })
      return rest
    }
    const late = (id: string) => refusal('introductions.answer', { id, answer: 'yes' })
    for (let day = 0; day < 16; day++) {
      expect(await told(refused)).toEqual(await told(silent))
      clock.pass(24)
    }
    expect(await told(silent)).toMatchObject({ state: 'closed', since: '2026-03-25' })
    expect(await late(refused)).toEqual(await late(silent))
    const listed = async (closed: boolean) =>
      (await ask('introductions.list', { closed })).introductions
        .map(({ id }: Loose) => id)
        .filter((id: string) => id === silent || id === refused)
    expect(await listed(false)).toEqual([])
    expect(await listed(true)).toHaveLength(2)
  })
})

onBothDatabases('who asks to be introduced', (notebook) => {
  async function request(): Promise<Loose> {
    const { ask } = notebook()
    await ask('settings.change', { name: 'Inés', about: 'a chemist in Porto', reach: '+351 9' })
    const ben = await person(notebook(), 'Ben Adler', {
      channels: [{ kind: 'mail', value: 'ben@paper.example' }],
    })
    const osei = await person(notebook(), 'Abena Osei', {
      channels: [{ kind: 'mail', value: 'osei@museum.example' }],
    })
    const conversation = await planned(notebook())
    return ask('introductions.plan', {
      me: 'requester',
      connector: ben,
      target: osei,
      conversation,
      about: 'paper conservation',
      question: 'How did you decide to leave the museum',
      reasons: {
        requester: 'she left the museum and came back',
        target: 'I can show what the new solvents do',
      },
    })
  }

  test('writes to the connector, with lines that can be passed on', async () => {
    const { ask } = notebook()
    const { id, next } = await request()
    expect(next).toMatchObject({ what: 'ask-connector', code: 'intro-planned' })
    const letter = await ask('introductions.letter', { id, template: 'intro-request' })
    expect(letter).toMatchObject({ gaps: [], to: [{ name: 'Ben Adler' }] })
    expect(failing(letter)).toEqual([])
    const blurb = await ask('introductions.letter', { id, template: 'blurb' })
    expect(blurb).toMatchObject({
      gaps: [],
      to: [],
      subject: /* self-standing */ expect.any(String),
    })
    expect(blurb.body).toContain('Inés is a chemist in Porto')
    await ask('introductions.keep', { id, template: 'blurb', body: 'In my own words.' })
    expect(await ask('introductions.letter', { id, template: 'blurb' })).toMatchObject({
      own: true,
    })
    const sent = await ask('introductions.sent', { id, template: 'intro-request' })
    expect(sent.introduction).toMatchObject({ state: 'waiting', until: '2026-04-08' })
  })

  test('is linked, moves the connector to bcc, meets, tells and thanks', async () => {
    const { ask } = notebook()
    const { id } = await request()
    await ask('introductions.step', { id, kind: 'requested' })
    expect((await ask('introductions.step', { id, kind: 'made' })).next.what).toBe('first-reply')
    const reply = await ask('introductions.letter', { id, template: 'first-reply' })
    expect(reply.to.map(({ name }: Loose) => name)).toEqual(['Abena Osei'])
    expect(reply.bcc.map(({ name }: Loose) => name)).toEqual(['Ben Adler'])
    expect(reply.mailto).toContain('&bcc=ben@paper.example')
    await ask('introductions.sent', {
      id,
      template: 'first-reply',
      body: 'Ben, thank you; you go to bcc. Abena, Tuesday 10:00 or Friday 16:00?',
    })
    await ask('introductions.step', { id, kind: 'met' })
    const outcome = { id, template: 'outcome' }
    const { body } = await ask('introductions.letter', outcome)
    const gained = body.replace('{one thing it gave you}', 'she told me to begin with glue')
    const done = await ask('introductions.sent', { ...outcome, body: gained })
    expect(done.introduction.steps.map(({ kind }: Loose) => kind)).toEqual(
      'requested made bcc met told thanked'.split(' '),
    )
    expect(done.introduction.next.what).toBe('nothing')
  })
})

onBothDatabases('an introduction', (notebook) => {
  test('is of three different people, whom the notebook knows', async () => {
    const { ask, refusal } = notebook()
    const { leila, eleni } = await two(notebook())
    const plan = (input: object) => refusal('introductions.plan', input)
    expect(await plan({ requester: leila })).toMatchObject({ code: 'introduction.invalid' })
    expect(await plan({ requester: leila, target: leila })).toMatchObject({
      code: 'introduction.invalid',
    })
    expect(await plan({ me: 'target', target: leila, connector: eleni })).toMatchObject({
      code: 'introduction.invalid',
    })
    const asked = await ask('introductions.plan', { me: 'target', connector: leila })
    expect(asked).toMatchObject({ state: 'asking', people: { requester: null } })
  })

  test('is taken back step by step', async () => {
    const { ask, answer } = notebook()
    const id = await idea(notebook())
    const { change } = await answer('introductions.step', { id, kind: 'asked', side: 'target' })
    await ask('changes.undo', { id: change })
    expect(await ask('introductions.show', { id })).toMatchObject({ state: 'planned', steps: [] })
    const { change: removed } = await answer('introductions.remove', { id })
    await ask('changes.undo', { id: removed })
    expect(await ask('introductions.show', { id })).toMatchObject({ id })
  })

  test('is shown under the one a person is merged into, and goes where one says when they are parted', async () => {
    const { ask } = notebook()
    const id = await idea(notebook())
    const { requester } = (await ask('introductions.show', { id })).people
    const kept = await person(notebook(), 'Leila H.')
    await ask('people.merge', { people: [kept, requester.id] })
    expect((await ask('introductions.show', { id })).people.requester.id).toBe(kept)
    const later = await ask('introductions.plan', { me: 'target', connector: kept, about: 'radio' })
    const found = await ask('introductions.list', { person: requester.id })
    expect(found.introductions.map((one: Loose) => one.id)).toContain(later.id)
    const { undecided } = await ask('people.parting', { id: requester.id })
    expect(undecided).toMatchObject([{ kind: 'introduction', id: later.id, with: kept }])
    const give = [{ thing: later.id, to: requester.id }]
    await ask('people.unmerge', { id: requester.id, give })
    const apart = async (one: string) => (await ask('introductions.show', { id: one })).people
    expect(await apart(id)).toMatchObject({ requester: { id: requester.id } })
    expect(await apart(later.id)).toMatchObject({ connector: { id: requester.id } })
  })

  test('is in the notebook that is given out', async () => {
    const { ask } = notebook()
    await idea(notebook())
    const texts = []
    for (const format of ['json', 'markdown']) {
      let whole = ''
      for await (const piece of (await ask('notebook.export', { format })).text) whole += piece
      texts.push(whole)
    }
    expect(JSON.parse(texts[0]!).introductions.length).toBeGreaterThan(0)
    expect(texts[1]).toContain('Leila has river mud')
  })

  test('tells a side in their dossier of their own part alone', async () => {
    const { ask } = notebook()
    const id = await idea(notebook())
    const { people } = await ask('introductions.show', { id })
    await ask('introductions.sent', { id, template: 'opt-in', side: 'requester' })
    await ask('introductions.sent', { id, template: 'opt-in', side: 'target' })
    await ask('introductions.answer', { id, side: 'target', answer: 'yes' })
    await ask('introductions.step', { id, kind: 'closed' })
    let told = ''
    const sent = await ask('people.dossier', { id: people.requester.id })
    for await (const piece of sent.text) told += piece
    expect(told).toContain('You were asked')
    expect(told).toContain(lines.requester)
    expect(told).not.toMatch(/Eleni|Markou|You said yes/u)
  })
})
