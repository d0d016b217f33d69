import type { ReactNode } from 'react'
import { Page } from '../shell/Page.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'

export function PeoplePage(): ReactNode {
  const t = useWords()
  return (
    <Page title={t('place.people')}>
      <Type look="h1">{t('place.people')}</Type>
    </Page>
  )
}
