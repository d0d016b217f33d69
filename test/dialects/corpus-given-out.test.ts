import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { corpusIsThere, filesIn, pathOf } from '../interop/corpus.ts'
import { file } from './contacts-files.ts'
import { type Notebook, onBothDatabases, openNotebook } from './notebook.ts'

async function givenOut({ ask }: Notebook, format: string): Promise<string> {
  const sent = await ask('contacts.export', { format })
  let whole = ''
  for await (const piece of sent.text) whole += piece
  return whole
}

/** Each card by itself, since a notebook gives people out in the order of their own numbers. */
function cardsIn(format: string, text: string): string[] {
  if (format !== 'jcard') return text.split('BEGIN:VCARD\r\n').toSorted()
  return (JSON.parse(text) as unknown[]).map((card) => JSON.stringify(card)).toSorted()
}

onBothDatabases('everybody in the corpus', (notebook) => {
  test.skipIf(!corpusIsThere)(
    'goes out, comes into a fresh notebook, and goes out again word for word',
    { timeout: 180_000 },
    async () => {
      const names = filesIn('vcf', /\.vcf$/)
      const files = await Promise.all(
        names.map((name) => file(name, readFileSync(pathOf('vcf', name)))),
      )
      await notebook().ask('contacts.import', { files })
      for (const format of ['vcard4', 'jcard']) {
        const once = await givenOut(notebook(), format)
        const other = await openNotebook(notebook().dialect, 9)
        try {
          const again = await file(`all.${format === 'jcard' ? 'json' : 'vcf'}`, once)
          const { files: reports } = await other.ask('contacts.import', { files: [again] })
          expect(reports[0]).toMatchObject({ lost: [], changed: 0 })
          expect(cardsIn(format, await givenOut(other, format))).toEqual(cardsIn(format, once))
        } finally {
          await other.close()
        }
      }
    },
  )
})
