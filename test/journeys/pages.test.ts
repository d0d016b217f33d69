import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { expect, type House, test } from './stand.ts'

test.use({ life: true })

const parts = [
  'you',
  'clocks',
  'mornings',
  'names',
  'bin',
  'changes',
  'access',
  'phone',
  'notebook',
]

/** Every page there is, with something on it. */
async function everyPage(house: House): Promise<ReadonlyMap<string, string>> {
  const { people } = await house.command('people', 'find', 'Tomasz Wilk')
  const { people: other } = await house.command('people', 'find', 'Leila Haddad')
  const { conversations } = await house.command('conversations', 'list', '--person', people[0].id)
  const { fields } = await house.command('fields', 'list')
  const { id: place } = await house.command('places', 'add', 'City Archive', '--want', '3')
  const talk = `/conversations/${conversations[0].id}`
  const file = join(import.meta.dirname, 'files/talk.vtt')
  const { id: transcript } = await house.command(
    'transcripts',
    'import',
    conversations[0].id,
    file,
    '--name',
    'Recording_of_a_long_talk_about_frames_2026-03-11_17-06-00_transcript.vtt',
  )
  const introduction = await house.command(
    'introductions',
    'plan',
    '--shape',
    'idea',
    '--requester',
    people[0].id,
    '--target',
    other[0].id,
  )
  return new Map([
    ['today', '/'],
    ['people', '/people'],
    ['a person', `/people/${people[0].id}`],
    ['bringing in', '/bring-in'],
    ['what came in when', '/bring-in/before'],
    ['one person twice', '/twice'],
    ['side by side', `/twice/${people[0].id}/${other[0].id}`],
    ['conversations', '/conversations'],
    ['a plan', '/conversations/new'],
    ['before', `${talk}/before`],
    ['during', `${talk}/during`],
    ['after', `${talk}/after`],
    ['a letter', `${talk}/letter/update`],
    ['from elsewhere', `${talk}/elsewhere`],
    ['a transcript', `${talk}/transcripts/${transcript}`],
    ['what was shared', '/share'],
    ['fields', '/fields'],
    ['a field', `/fields/${fields[0].id}`],
    ['whom to ask', '/asking'],
    ['places', '/places'],
    ['a place', `/places/${place}`],
    ['giving', '/giving'],
    ['where an introduction begins', '/giving/introduce'],
    ['an introduction', `/giving/introductions/${introduction.id}`],
    ...parts.map((part) => [`settings, ${part}`, `/settings?part=${part}`] as const),
    ['nowhere', '/no-such-page'],
  ])
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
  await page.waitForLoadState('networkidle')
}

test('axe finds nothing on any page, light and dark', async ({ notebook, house }) => {
  test.setTimeout(300_000)
  await expectNothingFound(notebook, 'today')
  for (const [name, path] of await everyPage(house)) {
    await open(notebook, new URL(path, house.server.origin).href)
    await expectNothingFound(notebook, name)
  }
})

test('axe finds nothing on the page for who was not let in', async ({
  house,
  page,
  complaints,
}) => {
  complaints.expect(/status of 401/)
  await page.goto(house.server.origin)
  await expect(page.getByRole('heading', { name: 'This notebook is closed' })).toBeVisible()
  await expectNothingFound(page, 'closed')
})

test.describe('narrow windows', { tag: '@desktop' }, () => {
  test('no page scrolls sideways at 320 px, nor at 200 % of a small laptop', async ({
    notebook,
    house,
  }) => {
    for (const [name, path] of await everyPage(house)) {
      await notebook.setViewportSize({ width: 320, height: 640 })
      await open(notebook, new URL(path, house.server.origin).href)
      await expectNoSidewaysScroll(notebook, `${name} at 320 px`)
      await notebook.setViewportSize({ width: 640, height: 400 })
      await expectNoSidewaysScroll(notebook, `${name} at 200 %`)
    }
  })
})

test('who asks for less motion sees none', async ({ notebook }) => {
  await notebook.emulateMedia({ reducedMotion: 'reduce' })
  const moving = await notebook.evaluate(
    () =>
      [...document.querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter(({ transitionDuration, animationDuration }) =>
          [transitionDuration, animationDuration].some((all) =>
            all.split(', ').some((one) => Number.parseFloat(one) > 0.01),
          ),
        ).length,
  )
  expect(moving).toBe(0)
})
