/** One event of a Chromium trace; times and lengths are microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  /** Of computing, whatever else the machine did meanwhile. */
  readonly tdur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly data?: { readonly type?: string }; readonly name?: string }
}

/**
 * What the main thread of the page worked from one key to the next, in milliseconds of its own: whole tasks, with what
 * they scripted, laid out and painted. The page's thread is the one on which the keys arrive.
 */
export function workPerKey(events: readonly TraceEvent[]): number[] {
  const keys = events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
    .toSorted((a, b) => a.ts - b.ts)
  const [first] = keys
  if (!first) throw new Error('The trace holds no key')
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) =>
        name === 'ThreadControllerImpl::RunTask' &&
        ph === 'X' &&
        pid === first.pid &&
        tid === first.tid,
    )
    .toSorted((a, b) => a.ts - b.ts)
  const worked = keys.slice(0, -1).map(() => 0)
  let key = 0
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    // The task that brings a key begins before the key is told.
    while (key + 1 < keys.length && (keys[key + 1]?.ts ?? 0) <= ts + dur) key++
    if (ts + dur >= first.ts && key < worked.length) worked[key] = (worked[key] ?? 0) + tdur / 1000
  }
  return worked
}
