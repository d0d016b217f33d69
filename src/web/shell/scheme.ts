import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useAnswer } from './answers.ts'
import { client } from './server.ts'

/** Every browser of the owner follows the scheme of the settings; scheme.js remembers it for the first paint. */
export function useChosenScheme(): void {
  const chosen = useAnswer(client.settings.show, {}).data?.scheme
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (chosen !== undefined) setColorScheme(chosen === 'system' ? 'auto' : chosen)
  }, [chosen, setColorScheme])
}
