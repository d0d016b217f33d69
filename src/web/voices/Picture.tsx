import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { carryOut, refusalInWords, sayRefused } from '../shell/deeds.ts'
import { client, handOver } from '../shell/server.ts'
import { Act, Button, Rest } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { useShown } from '../ui/use-shown.ts'
import { useWords } from '../words/words.ts'
import { openPicture } from './open-picture.ts'
import type { Picture as PictureShape } from './shapes.ts'
import styles from './Elsewhere.module.css'

/** One picture, with what it shows in words; nothing in it is read by us. */
export function Picture({ picture }: { readonly picture: PictureShape }): ReactNode {
  const t = useWords()
  const { id, name, words } = picture
  const [isWriting, setWriting] = useState(false)
  const remove = () =>
    carryOut(client.attachments.remove, { attachments: [id] }, () =>
      t('voices.take.pictureOutDone'),
    )
  async function save(): Promise<void> {
    try {
      handOver(await openPicture(picture))
    } catch (error) {
      sayRefused(error)
    }
  }
  return (
    <figure className={styles.picture}>
      <Looked picture={picture} />
      <figcaption>
        <Type look="second">{words === '' ? name : words}</Type>
      </figcaption>
      {isWriting ? (
        <Describe picture={picture} onDone={() => setWriting(false)} />
      ) : (
        <div className={styles.acts}>
          <Act aria-label={t('voices.picture.describe', { name })} onClick={() => setWriting(true)}>
            {t('voices.picture.words')}
          </Act>
          <Act aria-label={t('voices.picture.save', { name })} onClick={() => void save()}>
            {t('voices.picture.saveIt')}
          </Act>
          <Rest aria-label={t('voices.take.pictureOut', { name })} onClick={() => void remove()}>
            {t('voices.take.out')}
          </Rest>
        </div>
      )}
    </figure>
  )
}

function Looked({ picture }: { readonly picture: PictureShape }): ReactNode {
  const t = useWords()
  const { id, name, mediaType, words } = picture
  const [isBroken, setBroken] = useState(mediaType === 'application/pdf')
  const file = useQuery({
    queryKey: ['attachments.open', { id }],
    queryFn: () => openPicture(picture),
    enabled: !isBroken,
    // The same bytes for ever, and gone with the picture.
    staleTime: 'static',
    gcTime: 0,
  })
  const image = useShown(file.data ?? null)
  if (isBroken) {
    return <p className={styles.noLook}>{t('voices.picture.notShown', { name })}</p>
  }
  if (file.error) return <p className={styles.noLook}>{refusalInWords(file.error)}</p>
  return (
    <img
      ref={image}
      alt={words === '' ? t('voices.picture.untold') : words}
      onError={() => setBroken(true)}
    />
  )
}

function Describe({
  picture,
  onDone,
}: {
  readonly picture: PictureShape
  readonly onDone: () => void
}): ReactNode {
  const t = useWords()
  const [words, setWords] = useState(picture.words)
  async function keep(): Promise<void> {
    const kept = await carryOut(client.attachments.change, { id: picture.id, words }, () =>
      t('voices.picture.kept'),
    )
    if (kept) onDone()
  }
  return (
    <form onSubmit={(event) => (event.preventDefault(), void keep())}>
      <TextArea
        label={t('voices.picture.words')}
        hint={t('voices.picture.wordsHint')}
        value={words}
        onChange={setWords}
        maxLength={2000}
        autoFocus
      />
      <div className={styles.acts}>
        <Button type="submit">{t('voices.picture.keep')}</Button>
      </div>
    </form>
  )
}
