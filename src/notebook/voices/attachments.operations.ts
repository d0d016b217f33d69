import type { z } from 'zod'
import { pictureTypeOf } from '../../formats/pictures/picture-type.ts'
import { withoutPlace } from '../../formats/pictures/place.ts'
import type { AttachmentId } from '../../kit/ids.ts'
import { once } from '../../kit/once.ts'
import { Problem } from '../../kit/problem.ts'
import { wholeFile } from '../../platform/archive/whole-file.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { digestOf, getContents, putContents } from '../../platform/database/contents.ts'
import { load } from '../../platform/database/things.ts'
import { needFreeId } from '../../platform/transactions.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { type Attachment, largestPicture } from './attachment.ts'
import type { attachContract, attachmentsContract } from './attachments.contract.ts'
import { attachmentKind, attachmentsOf } from './attachments.store.ts'

const mostOfOne = 100

export const attachHandlers: Handlers<typeof attachContract> = {
  async attach({ conversation, file, words, id }, ctx) {
    await ctx.read((inside) => needLife(inside, conversation))
    const given = await wholeFile(file, largestPicture)
    const mediaType = pictureTypeOf(given)
    if (mediaType === null) throw noPicture(file.name)
    const bytes = withoutPlace(given, mediaType)
    return ctx.write(async (inside) => {
      await needLife(inside, conversation)
      await needFreeId(inside, attachmentKind, id)
      const there = await attachmentsOf(inside.db, inside.owner, [conversation])
      if (there.length >= mostOfOne) throw tooMany()
      const content = digestOf(bytes)
      await putContents(inside.db, inside.owner, new Map([[content, bytes]]))
      const attachment: Attachment = {
        id: id ?? inside.newId('attachment'),
        conversation,
        name: file.name,
        mediaType,
        size: bytes.length,
        content,
        words,
        on: inside.today(),
        binnedOn: null,
      }
      await inside.record.keep(attachmentKind, attachment.id, attachment)
      return shown(attachment)
    })
  },
}

export const attachmentsHandlers: Handlers<typeof attachmentsContract> = {
  async list({ conversation }, ctx) {
    await needLife(ctx, conversation)
    return { attachments: (await attachmentsOf(ctx.db, ctx.owner, [conversation])).map(shown) }
  },

  async change({ id, words }, ctx) {
    const changed = { ...(await needAttachment(ctx, id)), words }
    await ctx.record.keep(attachmentKind, id, changed)
    return shown(changed)
  },

  async remove({ attachments }, ctx) {
    const before = ctx.record.changed
    for (const one of attachments) {
      const attachment = await needAttachment(ctx, one)
      await ctx.record.keep(attachmentKind, one, { ...attachment, binnedOn: ctx.today() })
    }
    return { changed: ctx.record.changed - before }
  },

  async open({ id }, ctx) {
    const { attachment, bytes } = await ctx.read(async (inside) => {
      const found = await needAttachment(inside, id)
      const contents = await getContents(inside.db, inside.owner, [found.content])
      return { attachment: found, bytes: contents.get(found.content) }
    })
    if (!bytes) throw new Problem('attachment.gone', 'The bytes of this picture are gone')
    return { name: attachment.name, mediaType: attachment.mediaType, text: once(bytes) }
  },
}

async function needAttachment(ctx: Reading, id: AttachmentId): Promise<Attachment> {
  const found = await load(ctx.db, ctx.owner, attachmentKind, id)
  if (found && found.binnedOn === null) return found
  throw new Problem('attachment.unknown', 'There is no such picture in your notebook')
}

function shown({
  content: _content,
  binnedOn: _binnedOn,
  ...attachment
}: Attachment): z.input<typeof attachContract.attach.output> {
  return attachment
}

function noPicture(name: string): Problem {
  return new Problem('picture.unreadable', `${name} is none of the pictures that are taken`, {
    safe: 'Nothing was changed.',
    mend: 'JPEG, PNG, WebP, HEIC and PDF are.',
  })
}

function tooMany(): Problem {
  return new Problem('picture.too-many', `A conversation holds up to ${mostOfOne} pictures`, {
    safe: 'Those that are there stay.',
  })
}
