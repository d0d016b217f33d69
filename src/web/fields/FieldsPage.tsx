import type { ReactNode } from 'react'
import { Page } from '../shell/Page.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'

export function FieldsPage(): ReactNode {
  const t = useWords()
  return (
    <Page title={t('place.fields')}>
      <Type look="h1">{t('place.fields')}</Type>
    </Page>
  )
}
