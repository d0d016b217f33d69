import type { ReactNode } from 'react'
import { Button, Rest } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { toast } from '../ui/toast.tsx'
import { dayAndClock, type Wall, whenInWords } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { LetterWriting } from './use-letter.ts'
import styles from './LetterPage.module.css'

interface VersionsProps {
  readonly writing: LetterWriting
  readonly wall: Wall
}

/** Words put aside; taking some again puts those that stand there aside. */
export function Versions({ writing, wall }: VersionsProps): ReactNode {
  const t = useWords()
  const { letter, body, putAside } = writing
  const { versions } = letter
  const isSent = letter.sentOn !== null
  if (isSent && versions.length === 0) return null
  return (
    <section>
      <SectionHead title={t('letters.versions.title')} />
      <ul className={styles.list}>
        {versions.toReversed().map((version) => {
          const { day, clock } = dayAndClock(version.at, wall.zone)
          const is = t('letters.versions.is', {
            when: whenInWords(t, day, clock, wall),
            words: firstWordsOf(version.body),
          })
          return (
            <li key={`${version.at} ${version.body.length}`}>
              <span>{is}</span>
              {isSent ? null : (
                <Rest
                  onClick={() => {
                    putAside({ subject: version.subject, body: version.body })
                    toast(t('letters.versions.taken'))
                  }}
                >
                  {t('letters.versions.take')}
                </Rest>
              )}
            </li>
          )
        })}
      </ul>
      {isSent || body.trim() === '' ? null : (
        <Button
          look="quiet"
          size="small"
          onClick={() => (putAside(), toast(t('letters.versions.done')))}
        >
          {t('letters.versions.aside')}
        </Button>
      )}
    </section>
  )
}

const shown = 60

/** What stands behind the greeting, as far as one line holds. */
function firstWordsOf(body: string): string {
  const text = body
    .replace(/^[^\n]{0,80}\n+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const letters = [...text]
  return letters.length > shown ? `${letters.slice(0, shown).join('').trim()}…` : text
}
