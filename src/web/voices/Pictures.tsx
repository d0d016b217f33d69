import { Camera, ImagePlus } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { readAnew, useAnswer } from '../shell/answers.ts'
import { sayDone, sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { upload } from '../shell/upload.ts'
import { WaitingFiles } from '../shell/WaitingFiles.tsx'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../words/words.ts'
import { Picture } from './Picture.tsx'
import styles from './Elsewhere.module.css'

const taken = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf'

/** Photos and scans of paper notes; from the phone's camera too. */
export function Pictures({ conversation }: { readonly conversation: string }): ReactNode {
  const t = useWords()
  const [isBusy, setBusy] = useState(false)
  const { data } = useAnswer(client.attachments.list, { conversation })
  const pictures = data?.attachments ?? []

  async function add(file: File): Promise<void> {
    let change: string | null = null
    setBusy(true)
    try {
      const input = { conversation, file }
      const { name, mediaType } = await upload('conversations.attach', input, {
        onChange: (made) => (change = made),
      })
      const isPdf = mediaType === 'application/pdf'
      sayDone(isPdf ? t('voices.picture.addedOther', { name }) : t('voices.picture.added'), change)
      void readAnew()
    } catch (error) {
      sayRefused(error)
    }
    setBusy(false)
  }

  return (
    <section>
      <SectionHead title={t('voices.pictures')} />
      {pictures.length === 0 ? null : (
        <ul className={styles.pictures}>
          {pictures.map((picture) => (
            <li key={picture.id}>
              <Picture picture={picture} />
            </li>
          ))}
        </ul>
      )}
      <WaitingFiles conversation={conversation} operation="conversations.attach" />
      <div className={styles.acts}>
        <FileButton
          words={t('voices.addPicture')}
          icon={<ImagePlus aria-hidden />}
          accept={taken}
          isBusy={isBusy}
          onFile={(file) => void add(file)}
        />
        <FileButton
          words={t('voices.takePicture')}
          icon={<Camera aria-hidden />}
          accept="image/*"
          capture
          isBusy={isBusy}
          onFile={(file) => void add(file)}
        />
      </div>
    </section>
  )
}

interface FileButtonProps {
  readonly words: string
  readonly icon: ReactNode
  readonly accept: string
  /** Asks the phone for its camera at once. */
  readonly capture?: boolean
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}

function FileButton({ words, icon, accept, capture, isBusy, onFile }: FileButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        {...(capture ? { capture: 'environment' } : {})}
        hidden
        aria-label={words}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onFile(file)
          currentTarget.value = ''
        }}
      />
      <Button icon={icon} disabled={isBusy} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  )
}
