import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { voicesAmong } from './independence.ts'

describe('independent voices', () => {
  test('who shares a teacher counts as one, and the source is named', () => {
    const teacher = { id: 'teacher', people: ['Samir', 'Owen', 'somebody else'] }
    expect(voicesAmong(['Ruth', 'Samir', 'Ana', 'Owen'], [teacher])).toEqual([
      { people: ['Ruth'], sources: [] },
      { people: ['Samir', 'Owen'], sources: ['teacher'] },
      { people: ['Ana'], sources: [] },
    ])
  })

  test('two who each share one with a third are one voice with them', () => {
    const sources = [
      { id: 'told by Vera', people: ['A', 'B'] },
      { id: 'the archive', people: ['C', 'B'] },
    ]
    expect(voicesAmong(['A', 'B', 'C'], sources)).toEqual([
      { people: ['A', 'B', 'C'], sources: ['told by Vera', 'the archive'] },
    ])
    expect(voicesAmong(['A', 'C'], sources)).toHaveLength(2)
  })

  test('a source of somebody who said nothing here joins nobody', () => {
    expect(voicesAmong(['A'], [{ id: 's', people: ['A', 'B'] }])).toEqual([
      { people: ['A'], sources: [] },
    ])
  })

  test('there are never more voices than people, everybody is in one, and the order changes nothing', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const some = fc.uniqueArray(names)
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 5 }), (people, groups) => {
        const sources = groups.map((own, index) => ({ id: `${index}`, people: own }))
        const voices = voicesAmong(people, sources)
        expect(voices.flatMap((voice) => voice.people).toSorted()).toEqual(people.toSorted())
        const backward = voicesAmong(people.toReversed(), sources.toReversed())
        const sets = (found: typeof voices) =>
          found.map((voice) => voice.people.toSorted().join()).toSorted()
        expect(sets(backward)).toEqual(sets(voices))
        const fewer = voicesAmong(people, sources.slice(1))
        expect(fewer.length).toBeGreaterThanOrEqual(voices.length)
      }),
    )
  })
})
