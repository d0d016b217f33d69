import { setTimeout as pause } from 'node:timers/promises'
import { id } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Caller } from '../../platform/context.ts'
import type { Desk } from '../shared/desk.ts'

/** One thing told over server-sent events. */
interface Event {
  readonly event: string
  readonly data: unknown
}

const milliseconds = { betweenLooks: 1000, betweenBreaths: 15_000, betweenSteps: 250 }

/** `changed` whenever the notebook was written to, by whichever program. Looks only while somebody listens. */
export async function* changesOf(
  stamp: () => Promise<string>,
  stopped: AbortSignal,
): AsyncGenerator<Event> {
  let seen = await stamp()
  yield { event: 'open', data: {} }
  while (!stopped.aborted) {
    await pause(milliseconds.betweenLooks, null, { signal: stopped }).catch(() => {})
    const now = await stamp()
    if (now !== seen) yield { event: 'changed', data: {} }
    seen = now
  }
}

/** How far a job is, until its end: `progress` events, then one `ended`. */
export async function jobEvents(
  desk: Desk,
  caller: Caller,
  text: string,
  stopped: AbortSignal,
): Promise<AsyncGenerator<Event>> {
  const job = id('job', text)
  if (!(await desk.jobs.find(caller, job))) {
    throw new Problem('job.unknown', 'There is no such job')
  }
  return (async function* () {
    let told = ''
    while (!stopped.aborted) {
      const seen = await desk.jobs.find(caller, job)
      if (!seen) return
      const event = { event: seen.endedAt ? 'ended' : 'progress', data: seen }
      const now = JSON.stringify(seen)
      if (now !== told) yield event
      if (seen.endedAt) return
      told = now
      await pause(milliseconds.betweenSteps, null, { signal: stopped }).catch(() => {})
    }
  })()
}

/** An answer of server-sent events, with a breath now and then so that nobody between thinks it dead. */
export function eventStream(events: AsyncIterable<Event>, stop: AbortController): Response {
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const breathe = setInterval(
        () => controller.enqueue(encoder.encode(':\n\n')),
        milliseconds.betweenBreaths,
      )
      try {
        for await (const { event, data } of events) {
          controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
        }
        if (!stop.signal.aborted) controller.close()
      } catch (error) {
        if (!stop.signal.aborted) controller.error(error)
      } finally {
        clearInterval(breathe)
        stop.abort()
      }
    },
    cancel: () => stop.abort(),
  })
  return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
}
