import type { client } from '../shell/server.ts'

export type Place = Awaited<ReturnType<typeof client.places.list>>['places'][number]
export type PlaceShown = Awaited<ReturnType<typeof client.places.show>>
export type Colleague = PlaceShown['people'][number]
export type Heard = PlaceShown['heard'][number]
