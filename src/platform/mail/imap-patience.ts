import { MailFault } from './faults.ts'
import { theirs } from './imap-faults.ts'

/** What the library does, with an end by the clock. Throws a MailFault; whoever holds the line cuts it then. */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new MailFault('timed-out')), milliseconds)
  try {
    return await Promise.race([theirs(work), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
