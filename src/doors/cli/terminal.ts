import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Progress } from '../../platform/context.ts'

/** What a command speaks through. Its stdout carries the answer and nothing else. */
export interface Terminal {
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly stdin: AsyncIterable<Uint8Array>
}

/** Waits while the reader is slow, so that nothing long is held in memory. */
export async function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  if (text.length === 0 || stream.destroyed) return
  if (!stream.write(text)) await once(stream, 'drain')
}

/** One line that is written anew as work goes on; nothing where nobody looks. */
export class ProgressLine {
  readonly #stream: Terminal['stderr']
  #shown = false

  constructor(stream: Terminal['stderr']) {
    this.#stream = stream
  }

  show({ done, total, words }: Progress): void {
    if (!this.#stream.isTTY || words === '') return
    const share = total === null ? String(done) : `${done} of ${total}`
    this.#stream.write(`\r\u001b[K${words}: ${share}`)
    this.#shown = true
  }

  clear(): void {
    if (this.#shown) this.#stream.write('\r\u001b[K')
    this.#shown = false
  }
}
