import { Link, useLocation } from '@tanstack/react-router'
import { HardDrive } from 'lucide-react'
import type { ReactNode } from 'react'
import { Plate } from '../ui/Plate.tsx'
import { Stripe } from '../ui/Stripe.tsx'
import { joined } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { useAnswer } from './answers.ts'
import { BrandMark } from './Brand.tsx'
import { isIn, places } from './places.ts'
import { client } from './server.ts'
import cloth from '../theme/cloth.module.css'
import styles from './Sidebar.module.css'

export function Sidebar(): ReactNode {
  const t = useWords()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const settings = useAnswer(client.settings.show, {})
  const name = settings.data?.name ?? ''
  return (
    <aside className={joined([styles.side, cloth.cloth])} aria-label={t('app.name')}>
      <Link to="/" className={styles.brand}>
        <BrandMark className={styles.mark} />
        {t('app.name')}
      </Link>
      <nav className={styles.nav} aria-label={t('shell.main')}>
        {places.map((place) => (
          <Link key={place.to} to={place.to} aria-current={isIn(place, path) ? 'page' : undefined}>
            <place.icon aria-hidden />
            {t(place.word)}
          </Link>
        ))}
      </nav>
      <div className={styles.foot}>
        {name === '' ? null : (
          <div className={styles.who}>
            <Plate name={name} size={28} rim="wine" />
            {name}
          </div>
        )}
        <p className={styles.kept}>
          <HardDrive aria-hidden />
          {t('shell.kept')}
        </p>
      </div>
      <Stripe direction="down" className={styles.stripe} />
    </aside>
  )
}
