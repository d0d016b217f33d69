import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readIncoming } from '../../src/formats/mail/incoming.ts'
import { corpusIsThere, filesIn, pathOf } from './corpus.ts'

describe.skipIf(!corpusIsThere)('messages of other programs', () => {
  test('are answers, unless they say what else they are; reports of delivery all are known', async () => {
    const reports: string[] = []
    const kinds = new Map<string, number>()
    for (const name of filesIn('mail', /\.eml$/)) {
      const text = readFileSync(pathOf('mail', name), 'latin1')
      const { kind, bounce } = await readIncoming(text)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      const isReport =
        /^Content-Type: multipart\/report/im.test(text) && /^Action: ?failed/im.test(text)
      if (isReport) reports.push(name)
      if (isReport)
        expect([name, kind, bounce?.recipient]).toEqual([
          name,
          'bounce',
          expect.stringContaining('@'),
        ])
    }
    expect(reports.length).toBeGreaterThanOrEqual(4)
    expect(kinds.get('answer')).toBeGreaterThan(200)
    expect(kinds.get('vacation') ?? 0).toBe(0)
  })
})
