import type { Side } from '../../craft/introductions/introduction.ts'
import type { IntroductionId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { reading } from '../../platform/transactions.ts'
import type { LinkPurpose } from '../links/link.ts'
import { drawLinks, makeLink, type WantedLink } from '../links/links.operations.ts'
import { introductionClocks, needIntroduction, showIntroduction } from './drawn.operations.ts'
import type { ReadOnPage } from './introduction.ts'
import type { answerLinksContract } from './introductions.contract.ts'

const purposes: Readonly<Record<Side, LinkPurpose>> = {
  requester: 'introduction-requester',
  target: 'introduction-target',
}

export const answerLinksHandlers: Handlers<typeof answerLinksContract> = {
  async page({ id, side }, ctx) {
    const inside = <T>(look: (ctx: Reading) => Promise<T>) => reading(ctx.engine, ctx.caller, look)
    const wanted = await inside(async (there): Promise<WantedLink> => {
      const { me, shape, people } = await needIntroduction(there, id)
      const isAsked = me === 'connector' && (shape === 'idea' || side === 'target')
      const person = people[side]
      if (!isAsked || person === null) {
        throw new Problem('introduction.no-letter', 'This side is not yours to ask', {
          safe: 'No page was made.',
        })
      }
      await needDiscreet(there, id, side)
      const { askExpiresDays } = await introductionClocks(there)
      // Long enough to read what became of it.
      const days = Math.max(1, 2 * askExpiresDays)
      return { purpose: purposes[side], thing: id, person, days }
    })
    const { link, path } = await makeLink(ctx, wanted)
    const [drawn] = await inside((there) => drawLinks(there, [link]))
    return { ...drawn!, path }
  },
}

/** Before an address is handed out, as before a letter goes; what is written later is left out on the page. */
async function needDiscreet(ctx: Reading, id: IntroductionId, side: Side): Promise<void> {
  const { givenAway } = await showIntroduction(ctx, id)
  const found = givenAway.find((one) => one.side === side)
  if (!found) return
  throw new Problem(
    'introduction.unready',
    `What they would read names ${found.name}, and the other side has not said yes yet`,
    { safe: 'No page was made.', mend: `Write it without the name: ${written[found.words]}.` },
  )
}

const written: Readonly<Record<ReadOnPage, string>> = {
  line: 'the line about the other',
  reason: 'why they may be glad of it',
  about: 'what it is about',
}
