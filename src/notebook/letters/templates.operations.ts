import { templateCodes } from '../../craft/letters/codes.ts'
import { gapWords } from '../../craft/letters/slots.ts'
import { templateRules, templateText } from '../../craft/letters/templates.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import type { templatesContract } from './letters.contract.ts'
import { checkSlots, type OwnTemplate } from './template.ts'
import { mostTemplates, ownTemplates, templateKind } from './templates.store.ts'

export const templatesHandlers: Handlers<typeof templatesContract> = {
  async list(_input, ctx) {
    return {
      craft: templateCodes.map((kind) => ({
        kind,
        // The thank-you chooses among the notes, and has no text of its own to show.
        ...(kind === 'thanks' ? { subject: '', body: '' } : templateText(kind)),
        words: [...templateRules[kind].words],
      })),
      own: await ownTemplates(ctx.db, ctx.owner),
      slots: Object.entries(gapWords).map(([name, means]) => ({ name, means })),
    }
  },

  async keep({ id, ...words }, ctx) {
    checkSlots(`${words.subject}\n${words.body}`)
    const isNew = !id || (await load(ctx.db, ctx.owner, templateKind, id)) === null
    if (isNew && (await ownTemplates(ctx.db, ctx.owner)).length >= mostTemplates) {
      throw new Problem(
        'template.too-many',
        `You keep ${mostTemplates} templates, as many as there may be.`,
        { mend: 'Take one away that you no longer use.' },
      )
    }
    const template: OwnTemplate = { id: id ?? ctx.newId('template'), ...words }
    await ctx.record.keep(templateKind, template.id, template)
    return template
  },

  async remove({ id }, ctx) {
    if ((await load(ctx.db, ctx.owner, templateKind, id)) === null) {
      throw new Problem('template.unknown', 'There is no such template among yours')
    }
    await ctx.record.keep(templateKind, id, null)
    return { id }
  },
}
