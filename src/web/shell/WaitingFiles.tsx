import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import { discard, listenToWaiting, openKeptFile, waiting } from '../offline/device.ts'
import { type Entry, standingOf } from '../offline/entry.ts'
import { Rest } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Row } from '../ui/Row.tsx'
import { SmallPicture } from '../ui/SmallPicture.tsx'
import { useWords } from '../words/words.ts'
import { whatItIs } from './kept-here-words.ts'
import { RefusedRow } from './RefusedRow.tsx'
import styles from './WaitingFiles.module.css'

interface WaitingFilesProps {
  readonly conversation: string
  readonly operation: 'conversations.attach' | 'transcripts.import'
}

/** What of a conversation is on this device and not with the server yet, and says so. */
export function WaitingFiles({ conversation, operation }: WaitingFilesProps): ReactNode {
  const entries = useWaitingFiles(conversation, operation)
  if (entries.length === 0) return null
  return (
    <ul className={styles.waiting}>
      {entries.map((entry) => (
        <WaitingFile key={entry.key} entry={entry} />
      ))}
    </ul>
  )
}

/** Those that the server has not got, the earliest first. */
export function useWaitingFiles(
  conversation: string,
  operation: WaitingFilesProps['operation'],
): readonly Entry[] {
  const all = useSyncExternalStore(listenToWaiting, waiting)
  return useMemo(
    () =>
      all.filter(
        (entry) =>
          entry.operation === operation &&
          standingOf(entry) !== 'landed' &&
          conversationOf(entry) === conversation,
      ),
    [all, conversation, operation],
  )
}

function conversationOf({ input }: Entry): unknown {
  return typeof input === 'object' && input !== null && 'conversation' in input
    ? input.conversation
    : null
}

function WaitingFile({ entry }: { readonly entry: Entry }): ReactNode {
  const t = useWords()
  const [isAsking, setAsking] = useState(false)
  if (entry.refused) return <RefusedRow entry={entry} />
  const [file] = entry.files
  return (
    <Row
      as="li"
      before={
        file?.mediaType.startsWith('image/') ? (
          <SmallPicture file={file} open={openKeptFile} />
        ) : undefined
      }
      name={whatItIs(t, entry)}
      rest={<Rest onClick={() => setAsking(true)}>{t('voices.take.out')}</Rest>}
    >
      {t('offline.waiting')}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('offline.discardTitle')}
        sentence={entry.sent ? t('offline.discardMaybe') : t('offline.discardSentence')}
        verb={t('offline.discardVerb')}
        onConfirm={() => void discard(entry.key)}
        to="destroy"
      />
    </Row>
  )
}
