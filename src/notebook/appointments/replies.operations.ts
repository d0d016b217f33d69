import type { z } from 'zod'
import type { CalendarEvent } from '../../formats/calendar/event.ts'
import { readEvents } from '../../formats/calendar/read.ts'
import { addDays, clockIn, dayIn, instantAt } from '../../kit/days.ts'
import { id } from '../../kit/ids.ts'
import { once } from '../../kit/once.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import type { Start } from '../conversations/conversation.ts'
import { foldOf } from '../conversations/course.ts'
import { needLife, nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { stateOf } from '../conversations/life.ts'
import { maySteps } from '../conversations/possible-steps.ts'
import { type AgreedOn, agreedOn } from './agreed-on.ts'
import type { appointmentsContract } from './appointments.contract.ts'
import { answererOf, answerOf, conversationIn, methodIn, startIn, stepsFor } from './reply.ts'

type Read = z.input<(typeof appointmentsContract)['read-reply']['output']>

/** Reads what somebody's calendar answered; nothing is changed by it. */
export async function readReply(ctx: Reading, text: string): Promise<Read> {
  const { event, answer, about } = await answerIn(text, ctx)
  const life = await needLife(ctx, id('conversation', about))
  const agreed = agreedOn(life)
  const isOther = answer === 'other-time'
  const isOld = isOver(event, agreed)
  const may = maySteps(stateOf(life, nowOf(ctx), await paceIn(ctx)))
  const wanted = isOld && !isOther ? [] : stepsFor(answer, foldOf(life).course.stage)
  return {
    conversation: life.conversation.id,
    from: fromIn(event),
    answer,
    isOld,
    start: isOther ? onClock(startIn(event, ctx.zone), agreed?.start ?? null) : null,
    proposes: wanted.filter((kind) => may.includes(kind)),
  }
}

async function answerIn(text: string, ctx: Reading) {
  const event = await eventIn(text, ctx)
  const answer = event && answerOf(methodIn(text), event)
  const about = event && conversationIn(event)
  if (!event || !answer || !about) throw noReply()
  return { event, answer, about }
}

/** The time was moved or called off since they were asked. */
function isOver(event: CalendarEvent, agreed: AgreedOn | null): boolean {
  return agreed === null || agreed.isOff || event.sequence < agreed.changes
}

function fromIn(event: CalendarEvent): Read['from'] {
  const from = answererOf(event)
  return from && { name: from.name, mail: from.mail }
}

/** Programs answer in UTC what was asked in a zone: then it is said on the clock that was agreed by. */
function onClock(start: Start, agreed: Start | null): Start {
  if (agreed === null || start.clock === null || start.zone === agreed.zone) return start
  const at = instantAt(start.zone, start.day, start.clock)
  return { day: dayIn(agreed.zone, at), clock: clockIn(agreed.zone, at), zone: agreed.zone }
}

async function eventIn(text: string, ctx: Reading): Promise<CalendarEvent | null> {
  const until = addDays(ctx.today(), 1000)
  for await (const read of readEvents(once(new TextEncoder().encode(text)), { until })) {
    if (read.kind === 'event') return read.event
  }
  return null
}

function noReply(): Problem {
  return new Problem('reply.unreadable', 'This is no answer to a time of a conversation here', {
    safe: 'Nothing was changed.',
    mend: 'Give the .ics file of the answer itself, as their calendar sent it.',
  })
}
