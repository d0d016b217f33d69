import { z } from 'zod'
import { fileShape, operation, sentFileShape } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'
import { conversationId } from '../conversations/conversations.contract.ts'
import { mediaTypes } from './attachment.ts'

const attachmentId = idShape('attachment')
const words = z.string().trim().max(2000).describe('What it shows, for whoever does not see it')

const attachment = z
  .object({
    id: z.string(),
    conversation: z.string(),
    name: z.string(),
    mediaType: z.enum(mediaTypes),
    size: z.number().describe('In bytes'),
    words: z.string(),
    on: dayShape,
  })
  .meta({ id: 'Attachment' })

export const attachContract = {
  attach: operation({
    name: 'conversations.attach',
    summary: 'Keep a photo or a scan of paper notes with a conversation; nothing in it is read',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    positional: ['conversation', 'file'],
    input: z.object({
      conversation: conversationId,
      file: fileShape,
      words: words.default(''),
      id: attachmentId.optional(),
    }),
    output: attachment,
    refuses: [
      'conversation.unknown',
      'file.unknown',
      'file.too-large',
      'picture.unreadable',
      'picture.too-many',
      'attachment.already-there',
    ],
  }),
} as const

export const attachmentsContract = {
  list: operation({
    name: 'attachments.list',
    summary: 'The photos and scans of a conversation',
    kind: 'read',
    right: 'notebook:read',
    positional: ['conversation'],
    input: z.object({ conversation: conversationId }),
    output: z.object({ attachments: z.array(attachment) }),
    refuses: ['conversation.unknown'],
  }),
  change: operation({
    name: 'attachments.change',
    summary: 'Say what a picture shows',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id', 'words'],
    input: z.object({ id: attachmentId, words }),
    output: attachment,
    refuses: ['attachment.unknown'],
  }),
  remove: operation({
    name: 'attachments.remove',
    summary: 'Put pictures into the bin, for thirty days',
    kind: 'write',
    right: 'notebook:write',
    positional: ['attachments'],
    input: z.object({ attachments: z.array(attachmentId).min(1).max(500) }),
    output: z.object({ changed: z.number() }),
    refuses: ['attachment.unknown'],
  }),
  open: operation({
    name: 'attachments.open',
    summary: 'The picture itself; it may show what was said off the record',
    kind: 'read',
    way: 'file',
    right: 'notebook:off-record',
    positional: ['id'],
    input: z.object({ id: attachmentId }),
    output: sentFileShape,
    refuses: ['attachment.unknown', 'attachment.gone'],
  }),
} as const
