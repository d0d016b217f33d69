import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { letGoUnseen, readAnew } from '../shell/answers.ts'
import { sayRefused } from '../shell/deeds.ts'
import { startJob } from '../shell/server.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { forgottenInWords } from './forgotten-words.ts'
import type { Person } from './shapes.ts'

interface ForgetPersonProps {
  readonly person: Person
  readonly name: string
  readonly onClose: () => void
}

/** Somebody goes for good, with all their words: the one thing that cannot be taken back. */
export function ForgetPerson({ person, name, onClose }: ForgetPersonProps): ReactNode {
  const t = useWords()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  // One says it by the first name, as to their face.
  const first = person.names.find(({ part }) => part === 'given')?.text ?? name

  async function forget(): Promise<void> {
    setBusy(true)
    try {
      const forgotten = await startJob('people.forget', { people: [person.id] })
      onClose()
      await router.navigate({ to: '/people', replace: true })
      letGoUnseen()
      toast(forgottenInWords(t, name, forgotten))
    } catch (error) {
      sayRefused(error)
    } finally {
      setBusy(false)
      await readAnew()
    }
  }

  return (
    <ConfirmDialog
      opened
      onClose={busy ? () => undefined : onClose}
      title={t('people.forget.title', { name })}
      sentence={
        <>
          {t('people.forget.goes')} <span>{t('people.forget.stays')}</span>
        </>
      }
      verb={t(busy ? 'people.forget.busy' : 'people.forget.verb', { name: first })}
      onConfirm={() => void forget()}
      busy={busy}
      to="destroy"
    />
  )
}
