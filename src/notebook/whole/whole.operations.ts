import { Problem } from '../../kit/problem.ts'
import type { Handlers, Working } from '../../platform/context.ts'
import { asJson } from './as-json.operations.ts'
import { asMarkdown } from './as-markdown.operations.ts'
import type { wholeContract } from './whole.contract.ts'

export const wholeHandlers: Handlers<typeof wholeContract> = {
  async export({ format, withoutOffRecord }, ctx) {
    if (!withoutOffRecord) needOffRecord(ctx)
    const offRecord = !withoutOffRecord
    return format === 'json'
      ? {
          name: `notebook-${ctx.today()}.json`,
          mediaType: 'application/json',
          text: asJson(ctx, { offRecord }),
        }
      : {
          name: `notebook-${ctx.today()}.md`,
          mediaType: 'text/markdown; charset=utf-8',
          text: asMarkdown(ctx, { offRecord }),
        }
  },
}

/** The whole is the owner's own archive; whoever may not see all of it asks for the rest. */
function needOffRecord(ctx: Working): void {
  if (ctx.caller.rights.has('notebook:off-record')) return
  throw new Problem(
    'rights.missing',
    'The whole notebook holds what was said off the record, which is shown only to you yourself',
    { mend: 'Ask for it without: --without-off-record' },
  )
}
