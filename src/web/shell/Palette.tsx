import { Spotlight } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Building2, Map as MapIcon, PenLine, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Mark } from '../ui/marks.ts'
import { marksInOrder } from '../ui/marks.ts'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { Plate } from '../ui/Plate.tsx'
import { joined } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { matchedParts } from './matches.ts'
import { paletteStore } from './palette-opening.ts'
import { places } from './places.ts'
import { client } from './server.ts'
import styles from './Palette.module.css'

/** Ctrl K: the doors of the house, and everybody and everything in it, as one types. */
export function Palette(): ReactNode {
  const t = useWords()
  const router = useRouter()
  const [text, setText] = useState('')
  const hits = useHits(text)
  const wanted = text.trim().toLowerCase()
  const doors = places.filter(({ word }) => t(word).toLowerCase().includes(wanted))

  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      size={620}
      transitionProps={{ transition: 'fade', duration: 120 }}
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      classNames={{ content: styles.content ?? '' }}
      attributes={{ content: { 'aria-label': t('palette.label') } }}
    >
      <Spotlight.Search
        placeholder={t('palette.hint')}
        aria-label={t('palette.label')}
        onKeyDown={openFirst}
        leftSection={<Search aria-hidden />}
        classNames={{ input: styles.search ?? '' }}
      />
      <Spotlight.ActionsList className={styles.list ?? ''}>
        {hits.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.found')} classNames={groupLooks}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={`${hit.kind} ${hit.id}`}
                className={styles.action ?? ''}
                onClick={() => void router.navigate(wayTo(hit))}
              >
                <HitItem hit={hit} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {doors.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.go')} classNames={groupLooks}>
            {doors.map(({ to, word, icon: Icon }) => (
              <Spotlight.Action
                key={to}
                className={styles.action ?? ''}
                onClick={() => void router.navigate({ to })}
              >
                <span className={styles.item}>
                  <Icon aria-hidden />
                  {t(word)}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {hits.length + doors.length === 0 ? (
          <Spotlight.Empty className={styles.nothing ?? ''}>{t('palette.nothing')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Enter without a chosen row opens the first. */
function openFirst(event: KeyboardEvent<HTMLInputElement>): void {
  if (
    event.key !== 'Enter' ||
    event.nativeEvent.isComposing ||
    paletteStore.getState().selected >= 0
  )
    return
  const list = event.currentTarget.closest('[role="dialog"]')
  list?.querySelector<HTMLElement>('[data-action]')?.click()
}

const groupLooks = { actionsGroup: styles.group ?? '' }

type Hit = Awaited<ReturnType<typeof client.search.everything>>['hits'][number]

function useHits(text: string): readonly Hit[] {
  const asked = text.trim()
  const answer = useQuery({
    queryKey: [client.search.everything.operation, asked],
    queryFn: ({ signal }) => client.search.everything({ text: asked, limit: 12 }, { signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  return asked === '' ? [] : (answer.data?.hits ?? [])
}

function HitItem({ hit }: { hit: Hit }): ReactNode {
  return (
    <span className={styles.item}>
      <HitSign hit={hit} />
      <span className={styles.text}>
        <span className={joined([hit.kind === 'line' ? styles.said : styles.name])}>
          {matchedParts(hit.text, hit.matches).map(({ text, matches, at }) =>
            matches ? (
              <mark key={at} className={styles.match}>
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </span>
        {hit.under === '' ? null : <span className={styles.under}>{hit.under}</span>}
      </span>
    </span>
  )
}

function HitSign({ hit }: { hit: Hit }): ReactNode {
  if (hit.kind === 'person') return <Plate name={hit.text} size={28} />
  if (hit.kind === 'field') return <MapIcon aria-hidden />
  if (hit.kind === 'organisation') return <Building2 aria-hidden />
  return isMark(hit.mark) ? <MarkSquare mark={hit.mark} spoken /> : <PenLine aria-hidden />
}

function isMark(mark: string | null): mark is Mark {
  return marksInOrder.some((known) => known === mark)
}

function wayTo(hit: Hit): { to: string; params?: { id: string } } {
  if (hit.kind === 'field') return { to: '/fields/$id', params: { id: hit.id } }
  if (hit.conversation !== null)
    return { to: '/conversations/$id/during', params: { id: hit.conversation } }
  if (hit.kind === 'person') return { to: '/people/$id', params: { id: hit.id } }
  return hit.person === null ? { to: '/people' } : { to: '/people/$id', params: { id: hit.person } }
}
