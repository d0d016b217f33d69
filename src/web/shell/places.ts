import {
  HeartHandshake,
  Landmark,
  type LucideIcon,
  Map as MapIcon,
  MessagesSquare,
  Settings,
  Sun,
  UsersRound,
} from 'lucide-react'

export interface Place {
  readonly to: '/' | '/people' | '/conversations' | '/fields' | '/places' | '/giving' | '/settings'
  readonly word:
    | 'place.today'
    | 'place.people'
    | 'place.conversations'
    | 'place.fields'
    | 'place.places'
    | 'place.giving'
    | 'place.settings'
  readonly icon: LucideIcon
  /** Pages with an address of their own that one comes to from here. */
  readonly rooms?: readonly string[]
}

/** Every door of the house, in order. A door stands here from the day there is a room behind it. */
export const places: readonly Place[] = [
  { to: '/', word: 'place.today', icon: Sun },
  { to: '/people', word: 'place.people', icon: UsersRound, rooms: ['/bring-in', '/twice'] },
  {
    to: '/conversations',
    word: 'place.conversations',
    icon: MessagesSquare,
    rooms: ['/asking'],
  },
  { to: '/fields', word: 'place.fields', icon: MapIcon },
  { to: '/places', word: 'place.places', icon: Landmark },
  { to: '/giving', word: 'place.giving', icon: HeartHandshake },
  { to: '/settings', word: 'place.settings', icon: Settings },
]

/** Whether a page belongs to that place, by the path of its address. */
export function isIn({ to, rooms = [] }: Place, path: string): boolean {
  return [to, ...rooms].some((one) => path === one || (one !== '/' && path.startsWith(`${one}/`)))
}

/** In the dock of the phone; the others stand under More. */
export const inDock: readonly Place['to'][] = ['/', '/people', '/fields']
