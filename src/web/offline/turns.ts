/** Milliseconds of work after which whoever taps or types comes first. */
const turn = 8

/** The work for each, in their order, in turns: what the person does in between need not wait for all of it. */
export async function inTurns<One, Done>(
  all: readonly One[],
  work: (one: One) => Done,
): Promise<Done[]> {
  const done: Done[] = []
  let since = performance.now()
  for (const one of all) {
    if (performance.now() - since >= turn) {
      await new Promise((resolve) => setTimeout(resolve))
      since = performance.now()
    }
    done.push(work(one))
  }
  return done
}
