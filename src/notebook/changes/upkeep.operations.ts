import { addHours } from '../../kit/days.ts'
import type { Reading, Working, Writing } from '../../platform/context.ts'
import {
  answersKept,
  contentsPage,
  digestsInLog,
  digestsInThings,
  firstThing,
  forgetAnswers,
  type PlaceInLog,
  type PlaceInThings,
  removeContents,
  revisionBefore,
} from './upkeep.store.ts'

/** For so long an answer is kept for its key, and what was thrown away can be brought back by undoing. */
const daysKept = 30

type Slices = Pick<Working, 'now' | 'read' | 'write'>

/**
 * Lets go of what is kept only for a time: answers to keys, and bytes that nothing refers to any more, neither a
 * document nor the log of the last thirty days. In short slices, between which others have their turn.
 */
export async function letGo(ctx: Slices): Promise<{ answers: number; contents: number }> {
  const old = await ctx.read((inside) =>
    revisionBefore(inside.db, inside.owner, addHours(ctx.now(), -24 * daysKept)),
  )
  const answers = await letGoOfAnswers(ctx, old)
  const inUse = new InUse(old)
  await inUse.look(ctx)
  return { answers, contents: await letGoOfContents(ctx, inUse) }
}

async function letGoOfAnswers(ctx: Slices, upTo: number): Promise<number> {
  let count = 0
  for (;;) {
    const some = await ctx.write((inside) => forgetAnswers(inside.db, inside.owner, upTo))
    if (some === 0) return count
    count += some
  }
}

async function letGoOfContents(ctx: Slices, inUse: InUse): Promise<number> {
  let count = 0
  for (let after: string | null = ''; after !== null;) {
    await inUse.follow(ctx)
    const page = await ctx.write(async (inside) => {
      const found = await contentsPage(inside.db, inside.owner, after ?? '')
      // Nobody else writes meanwhile, and whoever wrote since the look said so in the log.
      await inUse.readOn(inside)
      const unused = found.digests.filter((digest) => !inUse.has(digest))
      await removeContents(inside.db, inside.owner, unused)
      return { next: found.next, unused: unused.length }
    })
    count += page.unused
    after = page.next
  }
  return count
}

/** The digests that something refers to; kept up with the log, which tells of whatever is written meanwhile. */
class InUse {
  readonly #digests = new Set<string>()
  #log: PlaceInLog
  #answers = 0

  /** The log counts behind this revision. */
  constructor(after: number) {
    this.#log = { revision: after + 1, ordinal: -1 }
  }

  has(digest: string): boolean {
    return this.#digests.has(digest)
  }

  async look(ctx: Slices): Promise<void> {
    let place: PlaceInThings | null = firstThing
    while (place !== null) {
      const from: PlaceInThings = place
      const page = await ctx.read((inside) => digestsInThings(inside.db, inside.owner, from))
      this.#add(page.digests)
      place = page.next
    }
    await this.follow(ctx)
  }

  /** Reads what was written since, page by page. */
  async follow(ctx: Slices): Promise<void> {
    while (!(await ctx.read((inside) => this.#step(inside)))) continue
  }

  /** Reads to the end within one transaction; what is left is little after `follow`. */
  async readOn(inside: Writing): Promise<void> {
    while (!(await this.#step(inside))) continue
  }

  async #step({ db, owner }: Reading): Promise<boolean> {
    const log = await digestsInLog(db, owner, this.#log)
    this.#add(log.digests)
    this.#log = log.next
    const answers = await answersKept(db, owner, this.#answers)
    this.#add(answers.digests)
    this.#answers = answers.next ?? this.#answers
    return log.isEnd && answers.next === null
  }

  #add(digests: readonly string[]): void {
    for (const digest of digests) this.#digests.add(digest)
  }
}
