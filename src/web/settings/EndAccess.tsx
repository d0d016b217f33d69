import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useWords } from '../words/words.ts'

interface EndAccessProps {
  readonly what: 'browser' | 'key'
  readonly id: string
  readonly name: string
}

/** Takes a browser or a key its way in, which nothing gives back; so it asks. */
export function EndAccess({ what, id, name }: EndAccessProps): ReactNode {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  async function end(): Promise<void> {
    setAsking(false)
    await carryOut(client.access.revoke, { id }, () =>
      t(`settings.access.end.${what}.done`, { name }),
    )
  }
  return (
    <>
      <Act
        aria-label={t(`settings.access.end.${what}.label`, { name })}
        onClick={() => setAsking(true)}
      >
        {t(`settings.access.end.${what}.act`)}
      </Act>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(`settings.access.end.${what}.title`, { name })}
        sentence={t(`settings.access.end.${what}.sentence`)}
        verb={t(`settings.access.end.${what}.verb`, { name })}
        onConfirm={() => void end()}
        to="destroy"
      />
    </>
  )
}
