import { largestPicture } from '../../notebook/voices/attachment.ts'
import { largestTranscript } from '../../notebook/voices/transcript.ts'
import { keepsThings, waiting } from '../offline/device.ts'
import { t } from '../words/words.ts'
import type { JobInput, JobOutput } from './client.ts'
import { Refusal } from './refusal.ts'
import { startJob } from './server.ts'
import { type Asked, through } from './through.ts'
import type { CallOptions } from './wire.ts'

/** In bytes, as the server takes them. */
const largest = {
  'conversations.attach': largestPicture,
  'transcripts.import': largestTranscript,
} as const

/** Long work with a file that may wait on this device until the server has it. */
type Upload = keyof typeof largest

/** In bytes: so much waits on one device at most. */
const mostWaiting = 200_000_000

type Given<Name extends Upload> = Omit<JobInput<Name>, 'file'> & { readonly file: File }

/**
 * Keeps a file on this device and sends it, with an answer if that comes soon. Throws the refusal of the server, or the
 * one that says it is kept here (`isKeptHere`).
 */
export async function upload<Name extends Upload>(
  name: Name,
  { file, ...input }: Given<Name>,
  options: CallOptions = {},
): Promise<JobOutput<Name>> {
  needRoom(file, largest[name])
  const plain: Asked['plain'] = (whole, { key }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- put together again from what was taken apart above
    const together = { ...(whole as object), file } as JobInput<Name>
    const watch = key === undefined ? {} : { key }
    return startJob(name, together, { ...watch, onBegun: (job) => options.onChange?.(job) })
  }
  const asked = { operation: name, input, options, files: [['file', file] as const], plain }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checks its outputs against the list
  return (await through(asked)) as JobOutput<Name>
}

/** Said before anything is kept, while the file is still at hand. */
function needRoom({ name, size }: File, most: number): void {
  if (size > most) {
    const limit = t('offline.size', { megabytes: most / 1_000_000 })
    throw new Refusal(t('offline.tooLarge', { name, limit }), { code: 'file.too-large' })
  }
  const there = waiting().flatMap((entry) => (entry.landed ? [] : entry.files))
  const sum = there.reduce((all, one) => all + one.size, size)
  if (!keepsThings() || sum <= mostWaiting) return
  throw new Refusal(t('offline.tooMuch'), { code: 'device.full', mend: t('offline.tooMuchMend') })
}
