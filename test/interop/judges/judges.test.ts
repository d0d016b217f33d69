import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { VCard } from '../../../src/formats/vcard/card.ts'
import { textOf } from '../../../src/formats/vcard/values.ts'
import type { WrittenVersion } from '../../../src/formats/vcard/write.ts'
import { draftOfCard } from '../../../src/notebook/contacts/from-vcard.ts'
import { cardOfPerson } from '../../../src/notebook/contacts/to-vcard.ts'
import { bytesOf, cardsIn, corpusIsThere, filesIn, pathOf, source, uid } from '../corpus.ts'
import {
  type JudgedCard,
  judgedBy,
  type JudgeName,
  judgeNames,
  validatorIsThere,
  warningsIn,
} from './judge.ts'
import { wrongReadings, wrongWarnings } from './wrong-judges.ts'

const files = filesIn('vcf', /\.vcf(?:\.ref)?$/)
const folder = mkdtempSync(join(tmpdir(), 'sobremesa-judged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\r\n?/g, '\n').trim()
}

function asTold({ fn, email = [], tel = [] }: JudgedCard): JudgedCard {
  return { fn: plain(fn), email: email.map(plain), tel: tel.map(plain) }
}

function told({ version, properties }: VCard): JudgedCard {
  const texts = (name: string) =>
    properties.flatMap((one) => (one.name === name ? [textOf(one.value, version)] : []))
  return asTold({ fn: texts('FN')[0] ?? '', email: texts('EMAIL'), tel: texts('TEL') })
}

function isKnownWrong(judge: JudgeName, file: string): boolean {
  return wrongReadings.some((one) => one.judges.includes(judge) && one.files.includes(file))
}

describe.skipIf(!corpusIsThere).each(judgeNames)('beside %s', (judge) => {
  const judged = corpusIsThere ? judgedBy(judge) : null
  test.skipIf(!judged)('we read the same names, addresses and numbers', async () => {
    const read: string[] = []
    for (const file of files) {
      const theirs = judged?.[file]
      if (!Array.isArray(theirs)) continue
      read.push(file)
      if (isKnownWrong(judge, file)) continue
      const ours = (await cardsIn(bytesOf('vcf', file))).map(({ card }) => told(card))
      const compared = theirs.map((card, at) => ('err' in card ? ours[at] : asTold(card)))
      expect({ file, cards: ours }).toEqual({ file, cards: compared })
    }
    expect(read.length).toBeGreaterThan(200)
  })
})

type Way = 'made anew' | 'as it came' | 'strictly'

/** Every card of the corpus as it leaves again. */
async function written(version: WrittenVersion, way: Way): Promise<string[]> {
  const paths: string[] = []
  for (const file of files) {
    const cards = await cardsIn(bytesOf('vcf', file))
    const texts = cards.flatMap(({ card }) => {
      const draft = draftOfCard(card, source)
      const originals = way === 'made anew' ? [] : [card]
      const options = { version, uid, originals, strict: way === 'strictly' }
      return draft.kind === 'person' ? cardOfPerson(draft.person, options) : []
    })
    if (texts.length === 0) continue
    const path = join(folder, `${way === 'as it came' ? '' : way}${file}-${version}.vcf`)
    writeFileSync(path, texts.join(''))
    paths.push(path)
  }
  return paths
}

function isExcused(path: string, warning: string): boolean {
  return wrongWarnings.some((one) => one.warning.test(warning) && one.in.test(path))
}

/** Without what a name hides behind, so that a fault of the original is known again under it. */
function bare(warning: string): string {
  return warning.replaceAll('X-', '')
}

let before: ReturnType<typeof warningsIn>['warnings'] | null = null

/** What it warns of in the corpus as it came: asked once, for it takes its time. */
function warningsBefore(file: string): readonly string[] {
  before ??= warningsIn(files.map((each) => pathOf('vcf', each))).warnings
  return before.get(pathOf('vcf', file)) ?? []
}

const canValidate = corpusIsThere && validatorIsThere()

describe.skipIf(!canValidate).each(['3.0', '4.0'] as const)('ez-vcard in %s', (version) => {
  test('warns of nothing at all in what goes out strictly', { timeout: 120_000 }, async () => {
    const { cards, warnings } = warningsIn(await written(version, 'strictly'))
    expect(cards).toBeGreaterThan(350)
    expect([...warnings].map(([path, each]) => [basename(path), each])).toEqual([])
  })

  test('warns of nothing in a card that we made', { timeout: 120_000 }, async () => {
    const { cards, warnings } = warningsIn(await written(version, 'made anew'))
    expect(cards).toBeGreaterThan(350)
    expect(
      [...warnings].flatMap(([path, each]) =>
        each.flatMap((one) => (isExcused(path, one) ? [] : [`${basename(path)} ${one}`])),
      ),
    ).toEqual([])
  })

  test(
    'warns of nothing that it had not warned of in the original',
    { timeout: 120_000 },
    async () => {
      const paths = await written(version, 'as it came')
      const { cards, warnings } = warningsIn(paths)
      expect(cards).toBeGreaterThan(350)
      const ours = [...warnings].flatMap(([path, each]) => {
        const original = basename(path).slice(0, -`-${version}.vcf`.length)
        const known = new Set(warningsBefore(original).map(bare))
        return each.flatMap((one) =>
          isExcused(path, one) || known.has(bare(one)) ? [] : [`${original} ${one}`],
        )
      })
      expect(ours).toEqual([])
    },
  )
})
