import { id as idOf } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { askingHandlers } from '../asking/asking.operations.ts'
import { introductionsHandlers } from '../introductions/introductions.operations.ts'
import { placesHandlers } from '../places/places.operations.ts'
import type { Leaf, Page } from './near-leaf.ts'

/** Those one would like to be at most. */
const mostPlaces = 8
/** What is on its way comes before what is over. */
const mostIntroductions = 8
const mostListed = 100
/** For how many conversations the page of asking plans a month, before somebody says another number. */
const usualMonth = 2

/** What one looks up on the way to somebody: places, introductions on their way, and whom to ask next. */
export async function leavesOfWishes(ctx: Reading): Promise<Leaf[]> {
  return [
    ...(await leavesOfPlaces(ctx)),
    ...(await leavesOfIntroductions(ctx)),
    await leafOfAsking(ctx),
  ]
}

async function leavesOfPlaces(ctx: Reading): Promise<Leaf[]> {
  const listed = await placesHandlers.list({ limit: 50 }, ctx)
  const leaves: Leaf[] = [
    { name: 'places.list', pages: [{ operation: 'places.list', input: {}, answer: listed }] },
  ]
  for (const { id: which } of listed.places.slice(0, mostPlaces)) {
    const answer = await placesHandlers.show({ which }, ctx)
    const shown = { operation: 'places.show', input: { which }, answer }
    leaves.push({ name: `place ${which}`, pages: [shown] })
  }
  return leaves
}

async function leavesOfIntroductions(ctx: Reading): Promise<Leaf[]> {
  const asked = { closed: true }
  const { introductions } = await introductionsHandlers.list(asked, ctx)
  const answer = { introductions: introductions.slice(0, mostListed) }
  const listed = { operation: 'introductions.list', input: asked, answer }
  const leaves: Leaf[] = [{ name: 'introductions.list', pages: [listed] }]
  for (const one of introductions.slice(0, mostIntroductions)) {
    const shown = { operation: 'introductions.show', input: { id: one.id }, answer: one }
    const pages = [shown, ...(await pagesOfLetters(ctx, one))]
    leaves.push({ name: `introduction ${one.id}`, pages })
  }
  return leaves
}

type Listed = Awaited<ReturnType<typeof introductionsHandlers.list>>['introductions'][number]

async function pagesOfLetters(ctx: Reading, { id, letters }: Listed): Promise<Page[]> {
  const pages: Page[] = []
  for (const { template, side } of letters.filter(({ mayWrite }) => mayWrite)) {
    const input = { id, template, ...(side === null ? {} : { side }) }
    const asked = { ...input, id: idOf('introduction', id), afresh: false }
    const answer = await introductionsHandlers.letter(asked, ctx)
    pages.push({ operation: 'introductions.letter', input, answer })
  }
  return pages
}

/** What works is counted over all letters there are: that is looked at with a network. */
async function leafOfAsking(ctx: Reading): Promise<Leaf> {
  const [asked, planned] = [{ limit: 20 }, { conversations: usualMonth }]
  const pages: Page[] = [
    { operation: 'asking.whom', input: asked, answer: await askingHandlers.whom(asked, ctx) },
    { operation: 'asking.month', input: planned, answer: await askingHandlers.month(planned, ctx) },
  ]
  return { name: 'asking', pages }
}
