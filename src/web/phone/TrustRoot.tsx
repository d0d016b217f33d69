import { Fragment, type ReactNode } from 'react'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { QrCode } from './QrCode.tsx'
import type { Reach } from './reach.ts'
import styles from './Phone.module.css'

const rootPath = '/sobremesa-root.crt'
const kinds = ['iphone', 'android', 'firefox', 'computer'] as const

/** The first of the steps: a device is told to trust the certificate that this server made itself. */
export function TrustRoot({
  root,
  address,
}: {
  root: NonNullable<Reach['root']>
  address: string
}): ReactNode {
  const t = useWords()
  const file = `${address}${rootPath}`
  return (
    <li className={styles.step}>
      <Type look="h3" as="h4">
        {t('phone.trust.title')}
      </Type>
      <Type look="second">{t('phone.trust.why')}</Type>
      <QrCode text={file} label={t('phone.trust.code', { address: file })} />
      <p>
        <a href={rootPath} download="sobremesa-root.crt">
          {t('phone.trust.download')}
        </a>
      </p>
      <Type look="second">{t('phone.trust.compare', { name: root.name })}</Type>
      <code className={styles.typed}>
        {root.fingerprint.split(':').map((pair, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- pairs repeat, and never move
          <Fragment key={at}>
            {at === 0 ? null : ':'}
            <wbr />
            {pair}
          </Fragment>
        ))}
      </code>
      {kinds.map((kind) => (
        <details key={kind} className={styles.kind}>
          <summary>{t(`phone.trust.${kind}.name`)}</summary>
          <Type look="second">{t(`phone.trust.${kind}.steps`)}</Type>
        </details>
      ))}
      <Type look="second">{t('phone.trust.bound')}</Type>
    </li>
  )
}
