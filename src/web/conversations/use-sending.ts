import { useState } from 'react'
import { readAnew } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { focusOn } from '../shell/keys.ts'
import { client } from '../shell/server.ts'
import type { Letter, Template } from './letter-types.ts'

/** Milliseconds in which a dialog fades. */
const afterTheDialog = 200

interface Which {
  readonly conversation: string
  readonly template?: Template
}

/** The press on "Send": the letter is shown as it goes, and goes at a second press. */
export interface Sending {
  /** Open while the letter is shown as it would go. */
  readonly isShown: boolean
  readonly show: (anyway?: string) => void
  readonly leave: () => void
  /** To whom, and what was shown: no other letter goes. */
  readonly send: (to: string, seen: string) => Promise<void>
  readonly takeBack: () => Promise<void>
  readonly itWent: () => Promise<void>
}

/** It may still go, or may have gone: nobody writes on it meanwhile. A copy from before knows of no such thing. */
export function isUnderWay({ going }: Partial<Pick<Letter, 'going'>>): boolean {
  return going ? going.state !== 'failed' && going.state !== 'bounced' : false
}

export function useSending(letter: Letter, asked: Which): Sending {
  const [shown, setShown] = useState<{ readonly anyway?: string } | null>(null)
  const isUnsure = letter.going?.state === 'unsure'

  async function send(to: string, seen: string): Promise<void> {
    const anyway = shown?.anyway
    const input = {
      ...asked,
      to,
      seen,
      again: isUnsure,
      ...(anyway === undefined ? {} : { anyway }),
    }
    // Where it is and how to take it back, the letter itself says from then on.
    const told = await carryOut(client.letters.send, input, () => null)
    // Another page or program may have changed it: it is shown as it is now.
    if (told === null) return readAnew()
    setShown(null)
    // The button that was pressed is gone with the dialog.
    setTimeout(() => focusOn('[data-going]'), afterTheDialog)
  }

  return {
    isShown: shown !== null,
    show: (anyway) => setShown(anyway === undefined ? {} : { anyway }),
    leave: () => setShown(null),
    send,
    takeBack: async () => void (await carryOut(client.letters['take-back'], asked, () => null)),
    itWent: async () => void (await carryOut(client.letters.went, asked, () => null)),
  }
}
