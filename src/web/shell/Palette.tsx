import { Spotlight } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Archive, FileDown, History, Lock, MessageCircle, PenLine, Search } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { grouped, wayTo } from '../search/hit-groups.ts'
import { useWords } from '../words/words.ts'
import { focusOn } from './keys.ts'
import { chooseFirst, paletteStore } from './palette-opening.ts'
import { type Hit, PaletteHit } from './PaletteHit.tsx'
import { places } from './places.ts'
import { client } from './server.ts'
import styles from './Palette.module.css'

interface PaletteProps {
  /** Where the page has no capture line. */
  readonly onLine: () => void
}

/** Ctrl K: everybody and everything as one types, and what one may do from anywhere. */
export function Palette({ onLine }: PaletteProps): ReactNode {
  const t = useWords()
  const router = useRouter()
  const [text, setText] = useState('')
  const [offRecord, setOffRecord] = useState(false)
  const hits = useHits(text, offRecord)
  const deeds = useDeeds(onLine).filter(({ words }) => fits(words, text))
  // What is found comes after the key that asked for it; Enter opens the first of it.
  useEffect(() => {
    if (hits.length > 0) chooseFirst()
  }, [hits])

  function open(hit: Hit): void {
    const way = wayTo(hit)
    if ('transcript' in way) {
      const { to, id, transcript, turn } = way
      void router.navigate({ to, params: { id, transcript }, search: { turn } })
    } else if ('id' in way) void router.navigate({ to: way.to, params: { id: way.id } })
    else if ('organisation' in way) {
      void router.navigate({ to: way.to, search: { organisation: way.organisation } })
    } else void router.navigate({ to: way.to })
  }

  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      onSpotlightClose={() => setOffRecord(false)}
      shortcut={null}
      scrollable
      maxHeight="52vh"
      size={620}
      transitionProps={{ transition: 'fade', duration: 120 }}
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      classNames={{ content: styles.content ?? '' }}
      attributes={{ content: { 'aria-label': t('palette.label') } }}
    >
      <Spotlight.Search
        placeholder={t('palette.hint')}
        aria-label={t('palette.label')}
        leftSection={<Search aria-hidden />}
        classNames={{ input: styles.search ?? '' }}
      />
      <Spotlight.ActionsList className={styles.list ?? ''}>
        {grouped(hits).map(({ group, hits: found }) => (
          <Spotlight.ActionsGroup key={group} label={t(`search.${group}`)} classNames={groupLooks}>
            {found.map((hit) => (
              <Spotlight.Action
                key={`${hit.kind} ${hit.id}`}
                className={styles.action ?? ''}
                onClick={() => open(hit)}
              >
                <PaletteHit hit={hit} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {deeds.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.go')} classNames={groupLooks}>
            {deeds.map(({ words, icon, run }) => (
              <Spotlight.Action key={words} className={styles.action ?? ''} onClick={run}>
                <span className={styles.item}>
                  {icon}
                  {words}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {hits.length + deeds.length === 0 ? (
          <Spotlight.Empty className={styles.nothing ?? ''}>{t('palette.nothing')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
      {text.trim() === '' ? null : (
        <label className={styles.off}>
          <input
            type="checkbox"
            checked={offRecord}
            onChange={(event) => setOffRecord(event.currentTarget.checked)}
          />
          <Lock aria-hidden />
          {t('search.offRecord')}
        </label>
      )}
    </Spotlight.Root>
  )
}

const nothing: readonly Hit[] = []

const groupLooks = { actionsGroup: styles.group ?? '' }

function useHits(text: string, offRecord: boolean): readonly Hit[] {
  const asked = { text: text.trim(), limit: 16, ...(offRecord ? { offRecord } : {}) }
  const answer = useQuery({
    queryKey: [client.search.everything.operation, asked],
    queryFn: ({ signal }) => client.search.everything(asked, { signal }),
    enabled: asked.text !== '',
    placeholderData: keepPreviousData,
  })
  return asked.text === '' ? nothing : (answer.data?.hits ?? nothing)
}

interface Deed {
  readonly words: string
  readonly icon: ReactNode
  readonly run: () => void
}

/** The doors of the house, and what may be done from any page. */
function useDeeds(onLine: () => void): readonly Deed[] {
  const t = useWords()
  const router = useRouter()
  const doors = places.map(({ to, word, icon: Icon }) => ({
    words: t(word),
    icon: <Icon aria-hidden />,
    run: () => void router.navigate({ to }),
  }))
  return [
    ...doors,
    {
      words: t('search.act.plan'),
      icon: <MessageCircle aria-hidden />,
      run: () => void router.navigate({ to: '/conversations/new' }),
    },
    {
      words: t('search.act.line'),
      icon: <PenLine aria-hidden />,
      // After the palette has given the keyboard back.
      run: () => void setTimeout(() => focusOn('[data-capture]') || onLine(), 160),
    },
    {
      words: t('search.act.bringIn'),
      icon: <FileDown aria-hidden />,
      run: () => void router.navigate({ to: '/bring-in' }),
    },
    {
      words: t('search.act.changes'),
      icon: <History aria-hidden />,
      run: () => void router.navigate({ to: '/settings', search: { part: 'changes' } }),
    },
    {
      words: t('search.act.bin'),
      icon: <Archive aria-hidden />,
      run: () => void router.navigate({ to: '/settings', search: { part: 'bin' } }),
    },
  ]
}

function fits(words: string, text: string): boolean {
  return words.toLowerCase().includes(text.trim().toLowerCase())
}
