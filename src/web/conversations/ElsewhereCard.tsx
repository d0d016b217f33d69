import { Link } from '@tanstack/react-router'
import { AudioLines, ImagePlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { useWaitingFiles, WaitingFiles } from '../shell/WaitingFiles.tsx'
import { Breakable } from '../ui/Breakable.tsx'
import { ActLink, ButtonLink } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './After.module.css'

/** What stands beside the note, and the two ways to bring more. */
export function ElsewhereCard({ id }: { readonly id: string }): ReactNode {
  const t = useWords()
  const transcripts = useAnswer(client.transcripts.list, { conversation: id }).data?.transcripts
  const pictures = useAnswer(client.attachments.list, { conversation: id }).data?.attachments
  const count = pictures?.length ?? 0
  const waiting =
    useWaitingFiles(id, 'transcripts.import').length +
    useWaitingFiles(id, 'conversations.attach').length
  return (
    <section className={styles.elsewhere}>
      <SectionHead title={t('voices.title')} />
      {transcripts?.map(({ id: transcript, name }) => (
        <p key={transcript}>
          <Link
            to="/conversations/$id/transcripts/$transcript"
            params={{ id, transcript }}
            className={styles.link}
            data-wraps
          >
            <Breakable>{name}</Breakable>
          </Link>
        </p>
      ))}
      {count === 0 ? null : (
        <p>
          <ActLink to="/conversations/$id/elsewhere" params={{ id }}>
            {t('voices.photos', { count })}
          </ActLink>
        </p>
      )}
      {transcripts === undefined || transcripts.length + count + waiting > 0 ? null : (
        <Type look="second">{t('voices.nothing')}</Type>
      )}
      <WaitingFiles conversation={id} operation="transcripts.import" />
      <WaitingFiles conversation={id} operation="conversations.attach" />
      <div className={styles.bring}>
        <ButtonLink
          to="/conversations/$id/elsewhere"
          params={{ id }}
          search={{ bring: true }}
          size="small"
          icon={<AudioLines aria-hidden />}
        >
          {t('voices.bring')}
        </ButtonLink>
        <ButtonLink
          to="/conversations/$id/elsewhere"
          params={{ id }}
          size="small"
          icon={<ImagePlus aria-hidden />}
        >
          {t('voices.addPicture')}
        </ButtonLink>
      </div>
    </section>
  )
}
