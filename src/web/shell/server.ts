import {
  createClient,
  type FileInput,
  type Files,
  type JobInput,
  type JobOutput,
  type Jobs,
} from './client.ts'
import { noteConnection } from './connection.ts'
import { askForFile, followJob as follow, startJob as start, type Watch } from './jobs.ts'
import { through } from './through.ts'
import type { Wire } from './wire.ts'

const wire: Wire = {
  send: async (input, init) => {
    const answer = await fetch(input, init)
    if (answer.ok) noteConnection('reached')
    return answer
  },
  newKey: () => crypto.randomUUID(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** The server this page came from. */
export const client = createClient(wire, through)

export function startJob<Name extends keyof Jobs>(
  name: Name,
  input: JobInput<Name>,
  watch?: Watch,
): Promise<JobOutput<Name>> {
  return start(wire, name, input, watch)
}

export function followJob(job: string, watch?: Watch): Promise<unknown> {
  return follow(wire, job, watch)
}

/** Brings a file to be shown. */
export function openFile<Name extends keyof Files>(
  name: Name,
  input: FileInput<Name>,
): Promise<{ name: string; blob: Blob }> {
  return askForFile(wire, name, input)
}

/** Brings a file and hands it to the browser to save. */
export async function saveFile<Name extends keyof Files>(
  name: Name,
  input: FileInput<Name>,
): Promise<void> {
  const { name: called, blob } = await askForFile(wire, name, input)
  handOver(new File([blob], called, { type: blob.type }))
}

/** Hands a file to the browser to save. */
export function handOver(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
