import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { KeptFile } from '../offline/entry.ts'
import { letGoOfSharedFile, sharedFile } from '../offline/shared-here.ts'
import type { SharedThing } from '../offline/shared.ts'
import { readAnew } from '../shell/answers.ts'
import { sayDone, sayRefused } from '../shell/deeds.ts'
import { isKeptHere } from '../shell/through.ts'
import { upload } from '../shell/upload.ts'
import { Button, Rest } from '../ui/Button.tsx'
import { Row } from '../ui/Row.tsx'
import { SmallPicture } from '../ui/SmallPicture.tsx'
import { useWords, type Words } from '../words/words.ts'
import { ChooseConversation } from './ChooseConversation.tsx'
import { kindOfShared, type SharedKind } from './shared-kind.ts'
import styles from './Elsewhere.module.css'

/** Files that came together: pictures and transcripts go to a conversation, contacts to the people. */
export function SharedFiles({ thing: { files } }: { readonly thing: SharedThing }): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const of = (kind: SharedKind): KeptFile[] => files.filter((file) => kindOfShared(file) === kind)
  const [pictures, transcripts, contacts] = [of('picture'), of('transcript'), of('contacts')]
  const forTalk = pictures.length + transcripts.length

  async function put(conversation: string): Promise<void> {
    setBusy(true)
    for (const picture of pictures) {
      if (!(await attach(t, conversation, picture))) return setBusy(false)
    }
    void readAnew()
    const [first] = transcripts
    const search = first ? { bring: true as const, shared: first.key } : {}
    await navigate({
      to: '/conversations/$id/elsewhere',
      params: { id: conversation },
      search,
    })
  }

  async function bringPeople(): Promise<void> {
    const opened = await Promise.all(contacts.map(sharedFile))
    const { look } = await import('../contacts/bringing.ts')
    void look(opened.filter((file) => file !== null))
    await navigate({ to: '/bring-in' })
    for (const { key } of contacts) await letGoOfSharedFile(key)
  }

  return (
    <section aria-label={t('voices.share.files')}>
      <ul className={styles.waiting}>
        {files.map((file) => (
          <SharedRow key={file.key} file={file} />
        ))}
      </ul>
      {contacts.length === 0 ? null : (
        <div className={styles.acts}>
          <Button onClick={() => void bringPeople()}>{t('voices.share.people')}</Button>
        </div>
      )}
      {forTalk === 0 ? null : (
        <ChooseConversation isBusy={isBusy} onChoose={(conversation) => void put(conversation)} />
      )}
    </section>
  )
}

function SharedRow({ file }: { readonly file: KeptFile }): ReactNode {
  const t = useWords()
  const kind = kindOfShared(file)
  const isShown = kind === 'picture' && file.mediaType.startsWith('image/')
  return (
    <Row
      as="li"
      before={isShown ? <SmallPicture file={file} open={sharedFile} /> : undefined}
      name={file.name}
      rest={
        <Rest
          aria-label={t('voices.share.letGoOf', { name: file.name })}
          onClick={() => void letGoOfSharedFile(file.key)}
        >
          {t('voices.share.letGo')}
        </Rest>
      }
    >
      {t(`voices.share.kind.${kind}`)}
    </Row>
  )
}

/**
 * True once it is on this device for good, sent or not. It is known by the key under which it was shared: who is stopped
 * in between and says it again brings nothing twice.
 */
async function attach(t: Words, conversation: string, picture: KeptFile): Promise<boolean> {
  try {
    const file = await sharedFile(picture)
    if (file) {
      let change: string | null = null
      const { key } = picture
      await upload(
        'conversations.attach',
        { conversation, file, id: key },
        { key, onChange: (made) => (change = made) },
      )
      sayDone(t('voices.picture.added'), change)
    }
  } catch (error) {
    sayRefused(error)
    if (!isKeptHere(error)) return false
  }
  await letGoOfSharedFile(picture.key)
  return true
}
