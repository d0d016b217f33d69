import { useState } from 'react'
import { readAnew } from '../shell/answers.ts'
import type { Verb } from '../shell/client.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { useWords } from '../words/words.ts'

/** What can be done with an account: it is kept, and its server is knocked at. */
interface Account<Input> {
  readonly keep: Verb<Input, unknown>
  readonly knock: Verb<Record<never, never>, { readonly ok: boolean; readonly says: string }>
}

interface MailTrial<Input> {
  /** What came of it, in a sentence. */
  readonly says: string | null
  readonly isTrying: boolean
  /** Where it was kept and the server did not let us in, it is `kept` all the same. */
  readonly keepAndTry: (input: Input, host: string) => Promise<'refused' | 'kept' | 'let-in'>
  /** Whether the server let us in. */
  readonly tryIt: (host: string) => Promise<boolean>
}

/** Keeps an account and knocks at its server. */
export function useMailTrial<Input>({ keep, knock }: Account<Input>): MailTrial<Input> {
  const t = useWords()
  const [says, setSays] = useState<string | null>(null)
  const [isTrying, setTrying] = useState(false)

  async function tryIt(host: string): Promise<boolean> {
    setTrying(true)
    setSays(t('settings.mail.trying', { host }))
    try {
      const { ok, says: said } = await knock({})
      setSays(said)
      return ok
    } catch (error) {
      setSays(refusalInWords(error))
      return false
    } finally {
      setTrying(false)
    }
  }

  async function keepAndTry(input: Input, host: string): Promise<'refused' | 'kept' | 'let-in'> {
    try {
      await keep(input)
    } catch (error) {
      setSays(refusalInWords(error))
      return 'refused'
    }
    void readAnew()
    return (await tryIt(host)) ? 'let-in' : 'kept'
  }

  return { says, isTrying, keepAndTry, tryIt }
}
