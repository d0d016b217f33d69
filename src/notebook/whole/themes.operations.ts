import type { Reading } from '../../platform/context.ts'
import type { Field } from '../nouns/noun.ts'
import { evidenceOf, told } from '../themes/drawn-themes.operations.ts'
import { heading, inLine, list, plain } from './markdown.ts'

/** What people say together of a field: each claim with its lines, who said them, and on which side. */
export async function themesInMarkdown(ctx: Reading, field: Field): Promise<string[]> {
  const evidence = await evidenceOf(ctx, field)
  const said = new Map(evidence.said.map((line) => [line.id as string, line]))
  return evidence.themes.map(({ kept, sides }) =>
    [
      heading(4, kept.claim),
      kept.about === '' ? '' : `${plain(kept.about)}\n\n`,
      list(
        sides.flatMap(({ line, otherwise }) => {
          const row = said.get(line)
          if (!row) return []
          const { text, speaker, day } = told(ctx, row, evidence)
          const by = [speaker ?? 'nobody known', day, otherwise ? 'says otherwise' : '']
          return inLine(`${text} (${by.filter((part) => part !== '').join(', ')})`)
        }),
      ),
    ].join(''),
  )
}
