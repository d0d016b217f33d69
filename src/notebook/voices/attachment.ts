import { type PictureType, pictureTypes } from '../../formats/pictures/picture-type.ts'
import type { Day } from '../../kit/days.ts'
import type { AttachmentId, ConversationId } from '../../kit/ids.ts'

export const mediaTypes = pictureTypes

/** In bytes: a scan of some pages, or a photo of the largest phones. */
export const largestPicture = 25_000_000

/** A photo or a scan of paper notes. Nothing in it is read; `words` say what it shows, for whoever does not see it. */
export interface Attachment {
  readonly id: AttachmentId
  readonly conversation: ConversationId
  readonly name: string
  readonly mediaType: PictureType
  /** In bytes. */
  readonly size: number
  readonly content: string
  readonly words: string
  readonly on: Day
  readonly binnedOn: Day | null
}
