import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { Shell } from './shell/Shell.tsx'
import { BrokenPage, NoSuchPage } from './shell/Trouble.tsx'

/** Every address of the app; each page comes in a file of its own when it is first opened. */
const root = createRootRoute({ component: Shell })
const under = () => root

const today = createRoute({
  getParentRoute: under,
  path: '/',
  component: lazyRouteComponent(() => import('./today/TodayPage.tsx'), 'TodayPage'),
})

const people = createRoute({
  getParentRoute: under,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
})

const person = createRoute({
  getParentRoute: () => people,
  path: '$id',
  component: lazyRouteComponent(() => import('./people/PersonPage.tsx'), 'PersonPage'),
})

const conversations = createRoute({
  getParentRoute: under,
  path: '/conversations',
  component: lazyRouteComponent(
    () => import('./conversations/ConversationsPage.tsx'),
    'ConversationsPage',
  ),
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
  component: lazyRouteComponent(() => import('./conversations/BeforePage.tsx'), 'BeforePage'),
})

const during = createRoute({
  getParentRoute: () => conversation,
  path: 'during',
  component: lazyRouteComponent(() => import('./conversations/DuringPage.tsx'), 'DuringPage'),
})

const after = createRoute({
  getParentRoute: () => conversation,
  path: 'after',
  component: lazyRouteComponent(() => import('./conversations/AfterPage.tsx'), 'AfterPage'),
})

const fields = createRoute({
  getParentRoute: under,
  path: '/fields',
  component: lazyRouteComponent(() => import('./fields/FieldsPage.tsx'), 'FieldsPage'),
})

const field = createRoute({
  getParentRoute: under,
  path: '/fields/$id',
  component: lazyRouteComponent(() => import('./fields/FieldPage.tsx'), 'FieldPage'),
})

const settings = createRoute({
  getParentRoute: under,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    people.addChildren([person]),
    conversations,
    conversation.addChildren([before, during, after]),
    fields,
    field,
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
