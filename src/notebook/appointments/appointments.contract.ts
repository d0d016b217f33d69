import { z } from 'zod'
import { operation, sentFileShape } from '../../kit/contract.ts'
import { conversationId } from '../conversations/conversations.contract.ts'

export const appointmentsContract = {
  appointment: operation({
    name: 'conversations.appointment',
    summary: 'The time agreed as a calendar file for them and for you; one that is off says so',
    kind: 'read',
    way: 'file',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({ id: conversationId }),
    output: sentFileShape,
    refuses: ['conversation.unknown', 'appointment.not-agreed'],
  }),
} as const
