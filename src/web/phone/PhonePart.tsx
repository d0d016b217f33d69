import { type ReactNode, useState } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { KeptHere } from './KeptHere.tsx'
import { OpenThere } from './OpenThere.tsx'
import { isSafe, type Reach, tlsCommand, useReach, waysHere } from './reach.ts'
import { TrustRoot } from './TrustRoot.tsx'
import styles from './Phone.module.css'

/** The app on this device, and how it comes to another. */
export function PhonePart(): ReactNode {
  const t = useWords()
  const { data: reach, error } = useReach()
  return (
    <>
      <KeptHere />
      <section className={styles.block}>
        <SectionHead title={t('phone.there.title')} as="h3" />
        {reach ? <Ways reach={reach} /> : null}
        {!reach && !error ? <Waiting lines={5} /> : null}
        {!reach && error ? (
          <p role="alert" className={styles.plain}>
            {refusalInWords(error)}
          </p>
        ) : null}
      </section>
    </>
  )
}

/** As many as stand beside one another on a phone. */
const most = 3

function Ways({ reach }: { reach: Reach }): ReactNode {
  const t = useWords()
  const ways = waysHere(location.origin, reach).slice(0, most)
  const [chosen, setChosen] = useState<string | null>(null)
  const address = ways.find((way) => way === chosen) ?? ways[0]
  if (address === undefined) return <Alone />
  const safe = isSafe(address)
  return (
    <>
      {ways.length > 1 ? (
        <Segmented
          question={t('phone.there.which')}
          answers={ways.map((way) => ({ value: way, words: new URL(way).host }))}
          value={address}
          onChange={setChosen}
        />
      ) : null}
      {safe ? null : (
        <div className={styles.plain}>
          <Type look="read">{t('phone.there.plain', { address })}</Type>
          <code className={styles.typed}>{tlsCommand}</code>
        </div>
      )}
      <ol className={styles.steps}>
        {safe && reach.root ? <TrustRoot root={reach.root} address={address} /> : null}
        <OpenThere address={address} />
        {safe ? (
          <li className={styles.step}>
            <Type look="h3" as="h4">
              {t('phone.put.title')}
            </Type>
            <Type look="second">{t('phone.put.iphone')}</Type>
            <Type look="second">{t('phone.put.android')}</Type>
          </li>
        ) : null}
      </ol>
    </>
  )
}

function Alone(): ReactNode {
  const t = useWords()
  return (
    <>
      <Type look="read">{t('phone.there.alone')}</Type>
      <code className={styles.typed}>{tlsCommand}</code>
      <Type look="second" className={styles.words}>
        {t('phone.there.aloneThen')}
      </Type>
    </>
  )
}
