import { useMemo, useSyncExternalStore } from 'react'
import { localeOf, type Wall, wallNow } from '../words/dates.ts'
import { useAnswer } from './answers.ts'
import { client } from './server.ts'

const locale = localeOf('en', navigator.languages)

/**
 * The clock on the owner's wall: the home zone of the settings, or of this browser while it is not
 * known. A page that stays open over midnight becomes one of the new day.
 */
export function useWall(): Wall {
  const home = useAnswer(client.settings.show, {}).data?.zone ?? null
  const today = useSyncExternalStore(everyMinute, () => wallNow(home, locale).today)
  return useMemo(() => ({ ...wallNow(home, locale), today }), [home, today])
}

function everyMinute(look: () => void): () => void {
  const timer = setInterval(look, 60_000)
  return () => clearInterval(timer)
}
