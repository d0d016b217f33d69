import type { client } from '../shell/server.ts'

export type FieldShown = Awaited<ReturnType<typeof client.fields.show>>
export type TopicShown = FieldShown['topics'][number]
export type Insight = TopicShown['insights'][number]
export type FieldRow = Awaited<ReturnType<typeof client.fields.list>>['fields'][number]
export type Kind = FieldShown['unheard'][number]

export type ThemesShown = Awaited<ReturnType<typeof client.themes.list>>
export type ThemeShown = ThemesShown['themes'][number]
export type CurveShown = ThemesShown['curve']
