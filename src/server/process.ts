/** Aborts when this process is asked to end. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Asked a second time, it ends at once.
    process.on(signal, () => (stop.signal.aborted ? process.exit(1) : stop.abort()))
  }
  return stop.signal
}

/** One line for each fault; the whole of it only where somebody wants to look inside. */
export function complain(what: string, error: unknown): void {
  const whole = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const words = process.env['SOBREMESA_DEBUG'] ? whole : (whole.split('\n')[0] ?? '')
  process.stderr.write(`${what}: ${words}\n`)
}
