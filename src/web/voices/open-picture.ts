import { nearFile } from '../offline/files-near.ts'
import { isUnreachable, Refusal } from '../shell/refusal.ts'
import { openFile } from '../shell/server.ts'
import { t } from '../words/words.ts'
import type { Picture } from './shapes.ts'

/** The bytes of a picture never change, so those on this device are as good, and are there without network. */
export async function openPicture({ id, name, mediaType }: Picture): Promise<File> {
  const near = await nearFile('picture', id)
  if (near) return new File([near], name, { type: mediaType })
  try {
    const { blob } = await openFile('attachments.open', { id })
    return new File([blob], name, { type: mediaType })
  } catch (error) {
    if (!isUnreachable(error)) throw error
    throw new Refusal(t('offline.notNear'), { mend: t('offline.notNearMend') })
  }
}
