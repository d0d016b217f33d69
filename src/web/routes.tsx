import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router'
import { isTemplateCode } from '../craft/letters/codes.ts'
import { introduceSearch } from './giving/introduce-search.ts'
import { bringPart } from './shell/missing-parts.ts'
import { Shell } from './shell/Shell.tsx'
import { BrokenPage, NoSuchPage } from './shell/Trouble.tsx'
import { TodayPage } from './today/TodayPage.tsx'
import { notTakenIn } from './voices/not-taken.ts'
import { bringMoreWords } from './words/words.ts'

interface PlanSearch {
  readonly field?: string
  readonly person?: string
}

interface ElsewhereSearch {
  readonly bring?: true
  readonly shared?: string
}

interface ConversationsSearch extends PlanSearch {
  readonly open?: true
}

/** A page in a file of its own, with what it may say; the first screen has its words already. */
function page<Part extends Record<string, unknown>, Name extends keyof Part>(
  load: () => Promise<Part>,
  name: Name,
) {
  const withWords = async () => (await Promise.all([load(), bringMoreWords()]))[0]
  return lazyRouteComponent(() => bringPart(withWords), name)
}

/** Every address of the app; each page but the first comes in a file of its own when it is opened. */
const root = createRootRoute({ component: Shell })
const under = () => root

const today = createRoute({
  getParentRoute: under,
  path: '/',
  component: TodayPage,
})

const people = createRoute({
  getParentRoute: under,
  path: '/people',
  validateSearch: ({ organisation }: Record<string, unknown>): { organisation?: string } =>
    typeof organisation === 'string' ? { organisation } : {},
  component: page(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
})

const person = createRoute({
  getParentRoute: () => people,
  path: '$id',
  component: page(() => import('./people/PersonPage.tsx'), 'PersonPage'),
})

const bringIn = createRoute({
  getParentRoute: under,
  path: '/bring-in',
  component: page(() => import('./contacts/BringPage.tsx'), 'BringPage'),
})

const broughtIn = createRoute({
  getParentRoute: under,
  path: '/bring-in/before',
  component: page(() => import('./contacts/ImportsPage.tsx'), 'ImportsPage'),
})

const twice = createRoute({
  getParentRoute: under,
  path: '/twice',
  component: page(() => import('./twice/QueuePage.tsx'), 'QueuePage'),
})

const together = createRoute({
  getParentRoute: under,
  path: '/twice/$one/$other',
  // Whoever comes from the queue goes on with it.
  validateSearch: ({ from }: Record<string, unknown>): { from?: 'queue' } =>
    from === 'queue' ? { from } : {},
  component: page(() => import('./twice/TogetherPage.tsx'), 'TogetherPage'),
})

const conversations = createRoute({
  getParentRoute: under,
  path: '/conversations',
  validateSearch: ({
    field,
    person: whom,
    open,
  }: Record<string, unknown>): ConversationsSearch => ({
    ...(typeof field === 'string' ? { field } : {}),
    ...(typeof whom === 'string' ? { person: whom } : {}),
    ...(open === true ? { open } : {}),
  }),
  component: page(() => import('./conversations/ConversationsPage.tsx'), 'ConversationsPage'),
})

/** Whom and what a new plan is about already, where another page led here. */
const planned = createRoute({
  getParentRoute: under,
  path: '/conversations/new',
  validateSearch: ({ field, person: whom }: Record<string, unknown>): PlanSearch => ({
    ...(typeof field === 'string' ? { field } : {}),
    ...(typeof whom === 'string' ? { person: whom } : {}),
  }),
  component: page(() => import('./conversations/PlanPage.tsx'), 'PlanPage'),
})

const conversation = createRoute({
  getParentRoute: under,
  path: '/conversations/$id',
  beforeLoad: ({ params, matches }) => {
    if (matches.at(-1)?.pathname.split('/').filter(Boolean).length !== 2) return
    throw redirect({ to: '/conversations/$id/before', params, replace: true })
  },
})

const before = createRoute({
  getParentRoute: () => conversation,
  path: 'before',
  component: page(() => import('./conversations/BeforePage.tsx'), 'BeforePage'),
})

const during = createRoute({
  getParentRoute: () => conversation,
  path: 'during',
  // The line one came for, from the transcript it was taken from.
  validateSearch: ({ line }: Record<string, unknown>): { line?: string } =>
    typeof line === 'string' ? { line } : {},
  component: page(() => import('./conversations/DuringPage.tsx'), 'DuringPage'),
})

const after = createRoute({
  getParentRoute: () => conversation,
  path: 'after',
  // Of several at the table, whose thank-you one came for.
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' ? { to } : {},
  component: page(() => import('./conversations/AfterPage.tsx'), 'AfterPage'),
})

const letter = createRoute({
  getParentRoute: () => conversation,
  path: 'letter/$template',
  params: {
    parse: ({ template }) => {
      if (!isTemplateCode(template)) throw notFound()
      return { template }
    },
    stringify: ({ template }) => ({ template }),
  },
  component: page(() => import('./conversations/LetterPage.tsx'), 'LetterPage'),
})

const elsewhere = createRoute({
  getParentRoute: () => conversation,
  path: 'elsewhere',
  // Whether one came to bring in a transcript, and which file that another app shared it is.
  validateSearch: ({ bring, shared }: Record<string, unknown>): ElsewhereSearch => ({
    ...(bring === true ? { bring } : {}),
    ...(typeof shared === 'string' ? { shared } : {}),
  }),
  component: page(() => import('./voices/ElsewherePage.tsx'), 'ElsewherePage'),
})

const transcript = createRoute({
  getParentRoute: () => conversation,
  path: 'transcripts/$transcript',
  validateSearch: ({ turn }: Record<string, unknown>): { turn?: number } =>
    typeof turn === 'number' && turn >= 0 ? { turn: Math.floor(turn) } : {},
  component: page(() => import('./voices/ReaderPage.tsx'), 'ReaderPage'),
})

const share = createRoute({
  getParentRoute: under,
  path: '/share',
  validateSearch: notTakenIn,
  component: page(() => import('./voices/SharePage.tsx'), 'SharePage'),
})

const fields = createRoute({
  getParentRoute: under,
  path: '/fields',
  component: page(() => import('./fields/FieldsPage.tsx'), 'FieldsPage'),
})

const field = createRoute({
  getParentRoute: under,
  path: '/fields/$id',
  component: page(() => import('./fields/FieldPage.tsx'), 'FieldPage'),
})

const asking = createRoute({
  getParentRoute: under,
  path: '/asking',
  component: page(() => import('./asking/AskingPage.tsx'), 'AskingPage'),
})

const places = createRoute({
  getParentRoute: under,
  path: '/places',
  component: page(() => import('./places/PlacesPage.tsx'), 'PlacesPage'),
})

const place = createRoute({
  getParentRoute: under,
  path: '/places/$id',
  component: page(() => import('./places/PlacePage.tsx'), 'PlacePage'),
})

const giving = createRoute({
  getParentRoute: under,
  path: '/giving',
  component: page(() => import('./giving/GivingPage.tsx'), 'GivingPage'),
})

const introduce = createRoute({
  getParentRoute: under,
  path: '/giving/introduce',
  validateSearch: introduceSearch,
  component: page(() => import('./giving/IntroducePage.tsx'), 'IntroducePage'),
})

const introduction = createRoute({
  getParentRoute: under,
  path: '/giving/introductions/$id',
  component: page(() => import('./giving/IntroductionPage.tsx'), 'IntroductionPage'),
})

const settings = createRoute({
  getParentRoute: under,
  path: '/settings',
  validateSearch: ({ part }: Record<string, unknown>): { part?: string } =>
    typeof part === 'string' ? { part } : {},
  component: page(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    people.addChildren([person]),
    bringIn,
    broughtIn,
    twice,
    together,
    conversations,
    planned,
    conversation.addChildren([before, during, after, letter, elsewhere, transcript]),
    share,
    fields,
    field,
    asking,
    places,
    place,
    giving,
    introduce,
    introduction,
    settings,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NoSuchPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
