import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { templateCodes } from '../../craft/letters/codes.ts'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Template } from './letter-types.ts'
import type { Conversation } from './types.ts'
import { nearDayOf } from './when-words.ts'
import styles from './LetterPage.module.css'

interface OtherLettersProps {
  readonly conversation: Conversation
  readonly template: Template
  readonly wall: Wall
}

/** What went in this conversation, and every other letter one may write. */
export function OtherLetters({ conversation, template, wall }: OtherLettersProps): ReactNode {
  const t = useWords()
  const { id } = conversation
  const sent = (useAnswer(client.letters.list, { conversation: id }).data?.letters ?? []).filter(
    ({ sentOn }) => sentOn !== null,
  )
  return (
    <>
      {sent.length === 0 ? null : (
        <section>
          <SectionHead title={t('letters.page.went')} />
          <ul className={styles.list}>
            {sent.map((letter) => (
              <li key={letter.id}>
                <details>
                  <summary>
                    {t('letters.page.sentOne', {
                      kind: t(`letters.kind.${letter.template}`),
                      day: nearDayOf(t, letter.sentOn ?? wall.today, wall),
                    })}
                  </summary>
                  <p className={styles.went}>{letter.body}</p>
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details>
        <summary>{t('letters.page.kinds')}</summary>
        <ul className={styles.list}>
          {templateCodes
            .filter((kind) => kind !== template)
            .map((kind) => (
              <li key={kind}>
                <Link to="/conversations/$id/letter/$template" params={{ id, template: kind }}>
                  {t(`letters.kind.${kind}`)}
                </Link>
              </li>
            ))}
        </ul>
      </details>
    </>
  )
}
