import { type ReactNode, useEffect, useState } from 'react'
import type { KeptFile } from '../offline/entry.ts'
import { useWords } from '../words/words.ts'
import { useShown } from './use-shown.ts'
import styles from './SmallPicture.module.css'

interface SmallPictureProps {
  readonly file: KeptFile
  readonly open: (file: KeptFile) => Promise<File | null>
}

/** A picture that lies on this device, as small as a sign for it. */
export function SmallPicture({ file, open }: SmallPictureProps): ReactNode {
  const t = useWords()
  const [opened, setOpened] = useState<File | null>(null)
  useEffect(() => {
    let isGone = false
    async function show(): Promise<void> {
      const found = await open(file)
      if (!isGone) setOpened(found)
    }
    void show()
    return () => void (isGone = true)
  }, [file, open])
  const image = useShown(opened)
  return <img ref={image} alt={t('voices.picture.untold')} className={styles.small} />
}
