import { compareOne } from '../../src/craft/linkage/compare-one.ts'
import type { Figures } from '../measure.ts'
import { type BookKind, madeUpBook } from './books.ts'
import { type Case, cases } from './cards.ts'
import { linked } from './figures.ts'

const found = 0.5

/** What is found in a made-up address book of that size, over all and by how the second card came about. */
export async function contactsFigures(size: number, kind: BookKind): Promise<Figures> {
  const book = madeUpBook(size, kind)
  const { figures, answer } = linked(book)
  const met = new Map(answer.pairs.map(({ a, b, p }) => [`${a} ${b}`, p]))
  const probabilityOf = (a: string, b: string) => met.get(`${a} ${b}`) ?? met.get(`${b} ${a}`) ?? 0
  const recalls = cases.map((one): [string, number] => {
    const all = [...book.cases].filter(([, { case: how }]) => how === one)
    const seen = all.filter(([id, { of }]) => probabilityOf(id, of) >= found)
    return [`found: ${one satisfies Case}`, all.length ? seen.length / all.length : 1]
  })
  const candidates = book.records.slice(1, 201)
  compareOne(answer.model, book.records[0]!, candidates)
  const began = performance.now()
  for (let time = 0; time < 20; time++) compareOne(answer.model, book.records[0]!, candidates)
  return {
    ...figures,
    ...Object.fromEntries(recalls),
    'one new contact among 200': (performance.now() - began) / 20,
  }
}
