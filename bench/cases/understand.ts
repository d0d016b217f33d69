import { align } from '../../src/notebook/notes/align.ts'
import { understand } from '../../src/notebook/notes/understand.ts'
import { toldTalks } from '../../src/notebook/sample/table.ts'
import { type BenchCase, median, timed } from '../measure.ts'

const lines = 10_000
const times = 5

/** A note of ten thousand lines like those one writes, read whole; and one of its lines edited. */
export const understandCase: BenchCase = {
  name: 'understand',
  measures: [
    { name: 'lines read', unit: '/s', atLeast: 10_000 },
    { name: 'one line edited among 10,000', unit: 'ms', atMost: 50 },
  ],
  against: 'lines read',
  contestants: {
    async sobremesa() {
      const texts = longNote()
      const text = texts.join('\n')
      const seconds = await medianSeconds(() =>
        understand(text, { day: '2026-03-12', zone: 'Europe/Madrid', lang: null }),
      )
      let count = 0
      const newId = () => `line ${(count += 1)}`
      const before = texts.map((one) => ({ id: newId(), text: one }))
      const after = texts.with(lines / 2, `${texts[lines / 2]} Or so.`)
      const edit = await medianSeconds(() => align(before, after, newId))
      return { 'lines read': lines / seconds, 'one line edited among 10,000': edit * 1000 }
    },

    async 'one regular expression a line'() {
      const texts = longNote()
      const seconds = await medianSeconds(() =>
        texts.map((text) => /^\s*(%?)\s*(["!=?+$><])?\s+(.*?)((?:\s+[#/@]\S+)*)$/u.exec(text)),
      )
      return { 'lines read': lines / seconds }
    },
  },
}

function longNote(): string[] {
  const told = toldTalks
    .flatMap(({ note = [] }) => note.map((line) => (typeof line === 'string' ? line : line.text)))
    .map((line) => line.replace(/\{(?:weekday|day) [+-]?\d+\}/u, 'Friday'))
  return Array.from({ length: lines }, (_, at) => `${told[at % told.length]} ${at}`)
}

async function medianSeconds(work: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < times; time++) taken.push((await timed(work))[1])
  return median(taken) / 1000
}
