import { useState } from 'react'
import { readAnew } from '../shell/answers.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWords } from '../words/words.ts'

interface MailTrial {
  /** What came of it, in a sentence. */
  readonly says: string | null
  readonly isTrying: boolean
  /** True when it was kept, whatever the server said to it. */
  readonly keepAndTry: (
    input: Parameters<typeof client.mail.set>[0],
    host: string,
  ) => Promise<boolean>
  readonly tryIt: (host: string) => Promise<void>
}

/** Keeps an account and knocks at its server. */
export function useMailTrial(): MailTrial {
  const t = useWords()
  const [says, setSays] = useState<string | null>(null)
  const [isTrying, setTrying] = useState(false)

  async function tryIt(host: string): Promise<void> {
    setTrying(true)
    setSays(t('settings.mail.trying', { host }))
    try {
      setSays((await client.mail.try({})).says)
    } catch (error) {
      setSays(refusalInWords(error))
    }
    setTrying(false)
  }

  async function keepAndTry(
    input: Parameters<typeof client.mail.set>[0],
    host: string,
  ): Promise<boolean> {
    try {
      await client.mail.set(input)
    } catch (error) {
      setSays(refusalInWords(error))
      return false
    }
    void readAnew()
    await tryIt(host)
    return true
  }

  return { says, isTrying, keepAndTry, tryIt }
}
