import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { lyingDrafts } from '../offline/device-drafts.ts'
import { whenIdle } from '../shell/when-idle.ts'

const LeftWords = lazy(async () => ({
  default: (await import('./LeftWords.tsx')).LeftWords,
}))

/** Words that a window typed which is gone, and did not see kept; looked for when nothing else is to be done. */
export function LeftHere(): ReactNode {
  const [isSomething, setSomething] = useState(false)
  useEffect(
    () =>
      whenIdle(() => {
        lyingDrafts('note')
          .then((found) => setSomething(found.length > 0))
          .catch(() => setSomething(false))
      }),
    [],
  )
  return <Suspense>{isSomething ? <LeftWords /> : null}</Suspense>
}
