import { setTimeout as pause } from 'node:timers/promises'
import { whyNoImap } from '../../test/stand/imap-server.ts'
import { signIn, startServer } from '../../test/stand/server.ts'
import { asking, readsUntil } from '../asking.ts'
import { answer, mailboxOf, peopleAsked, untilIdle, usualMails } from '../hearing/mailbox.ts'
import { plainImapflow } from '../hearing/plain-imapflow.ts'
import {
  beginHearing,
  needAllHeard,
  onStage,
  type Stage,
  timesSignedIn,
  untilHeard,
  untilSignedIn,
} from '../hearing/stage.ts'
import { cpuSecondsOf, residentMegabytes } from '../home.ts'
import { type BenchCase, type Figures, timed, type Wishes, waits } from '../measure.ts'

/** Mails that come one after another, when all that was there is heard. */
const comeLater = 20

/** Answers of many people in a mailbox of a hundred thousand mails: the first look, and each mail that comes later. */
export const hearingCase: BenchCase = {
  name: 'hearing',
  measures: [
    { name: 'first look', unit: 's', atMost: 30 },
    { name: 'first look, of computing', unit: 's' },
    { name: 'memory more than before', unit: 'MB', atMost: 100 },
    { name: 'find meanwhile p50', unit: 'ms' },
    { name: 'find meanwhile p95', unit: 'ms', atMost: 50 },
    { name: 'find meanwhile, longest', unit: 'ms' },
    { name: 'find at rest p50', unit: 'ms' },
    { name: 'find at rest p95', unit: 'ms' },
    { name: 'find at rest, longest', unit: 'ms' },
    { name: 'looked through anew', unit: 's' },
    { name: 'heard later p50', unit: 'ms' },
    { name: 'heard later p95', unit: 'ms', atMost: 2000 },
    { name: 'heard after a restart', unit: 's' },
  ],
  against: 'first look',
  contestants:
    whyNoImap === null
      ? {
          sobremesa: (wishes) => onStage(mailsIn(wishes), alone),
          'sobremesa, while it is asked': (wishes) => onStage(mailsIn(wishes), whileAsked),
          'imapflow, every head since, chosen here': (wishes) =>
            plainImapflow(mailsIn(wishes), 'all'),
          'imapflow, those heads, known before': (wishes) =>
            plainImapflow(mailsIn(wishes), 'known'),
        }
      : {},
  ...(whyNoImap === null ? {} : { leftOut: [whyNoImap] }),
}

function mailsIn({ people }: Wishes): number {
  return people ?? usualMails
}

async function alone(stage: Stage): Promise<Figures> {
  const first = await firstLook(stage)
  await stage.ask('mail.stop-hearing', {})
  // Nothing of the mailbox is known any more; one mail is in it that was not heard yet.
  stage.box.deliver(mailboxOf, answer(0, null, new Date()))
  await beginHearing(stage)
  const [, anew] = await timed(() => untilHeard(stage, 0, 2))
  const later = await heardLater(stage)
  await stage.server.stop()
  return {
    ...first,
    'looked through anew': anew / 1000,
    ...waits('heard later', later),
    'heard after a restart': (await heardAfterRestart(stage)) / 1000,
  }
}

async function firstLook(stage: Stage): Promise<Figures> {
  const { pid } = stage.server
  const before = (await residentMegabytes(pid)) ?? Number.NaN
  const resident: number[] = []
  const watch = setInterval(() => {
    void residentMegabytes(pid).then((now) => now !== null && resident.push(now))
  }, 50)
  await beginHearing(stage)
  const cpu = (await cpuSecondsOf(pid)) ?? Number.NaN
  const [, milliseconds] = await timed(() => untilHeard(stage, peopleAsked - 1, 1))
  const cpuAfter = (await cpuSecondsOf(pid)) ?? Number.NaN
  clearInterval(watch)
  await needAllHeard(stage)
  return {
    'first look': milliseconds / 1000,
    'first look, of computing': cpuAfter - cpu,
    'memory more than before': Math.max(...resident) - before,
  }
}

/** One mail after another comes. */
async function heardLater(stage: Stage): Promise<number[]> {
  const taken: number[] = []
  for (let person = 1; person <= comeLater; person += 1) {
    await pause(untilIdle)
    const [, milliseconds] = await timed(() => {
      stage.box.deliver(mailboxOf, answer(person, null, new Date()))
      return untilHeard(stage, person, 2)
    })
    taken.push(milliseconds)
  }
  return taken
}

/** A mail that came while no server ran: from when the next one signs in. */
async function heardAfterRestart({ home, box, talks }: Stage): Promise<number> {
  const person = comeLater + 1
  box.deliver(mailboxOf, answer(person, null, new Date()))
  const before = timesSignedIn(box)
  const server = await startServer({ home })
  try {
    const ask = asking(server.origin, await signIn(server))
    await untilSignedIn(box, before + 1)
    return (await timed(() => untilHeard({ ask, talks }, person, 2)))[1]
  } finally {
    await server.stop()
  }
}

/** The first look, while somebody looks for names. */
async function whileAsked(stage: Stage): Promise<Figures> {
  const quiet = await readsUntil(stage.ask, pause(3000))
  await beginHearing(stage)
  const busy = await readsUntil(stage.ask, untilHeard(stage, peopleAsked - 1, 1))
  await needAllHeard(stage)
  return {
    ...waits('find meanwhile', busy),
    'find meanwhile, longest': Math.max(...busy),
    ...waits('find at rest', quiet),
    'find at rest, longest': Math.max(...quiet),
  }
}
