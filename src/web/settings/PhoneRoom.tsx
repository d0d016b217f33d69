import type { ReactNode } from 'react'
import { PhonePart } from '../phone/PhonePart.tsx'
import { useWords } from '../words/words.ts'
import { PartHead } from './PartHead.tsx'

/** The app on this device and on another; what it needs to know is its own folder's. */
export function PhoneRoom(): ReactNode {
  const t = useWords()
  return (
    <>
      <PartHead part="phone" lead={t('phone.lead')} />
      <PhonePart />
    </>
  )
}
