import { describe, expect, test } from 'vitest'
import { readTranscript } from '../../src/formats/transcripts/read.ts'
import { bytesOf, corpusIsThere, filesIn } from './corpus.ts'

const all = filesIn('transcripts', /./)

function read(name: string) {
  return readTranscript(bytesOf('transcripts', name), name)
}

/** By program: how many turns, who speaks, and when the last of them begins, in seconds. */
const expected: readonly (readonly [RegExp, number, readonly (string | null)[], number | null])[] =
  [
    [/^syn_meet/, 3, ['Ana Ejemplo', 'Zoë O’Neil'], 312],
    [/^syn_otter/, 3, ['Ana Ejemplo', 'Speaker 2', 'Unknown Speaker'], 3753],
    [/^syn_teams\.vtt/, 2, ['Ana Ejemplo', "O'Neil, Zoë (Acme & Co)"], 6.2],
    [/^syn_teams_docx/, 2, ['Ana Ejemplo', "O'Neil, Zoë"], 6],
    [/^syn_voice_memo/, 2, ['Ana', 'Zoë'], null],
    [/^syn_whisper\.json/, 2, [null, 'SPEAKER_01'], 2.5],
    [/^syn_whispercpp/, 3, ['SPEAKER_00', null], 2.5],
    [/^syn_zoom/, 3, ['Ana Ejemplo', 'Dr. Zoë O’Neil', null], 12.1],
    [/__510-.*\.vtt/, 620, [null], 3465.88],
    [/__392-.*\.txt/, 738, [null], 4245],
  ]

describe.skipIf(!corpusIsThere)('transcripts of other programs', () => {
  test.each(expected)('%s', (pattern, count, speakers, last) => {
    const name = all.find((one) => pattern.test(one)) ?? ''
    const { turns } = read(name)
    expect(turns.length).toBe(count)
    expect([...new Set(turns.map(({ speaker }) => speaker))]).toEqual(speakers)
    expect(turns.at(-1)?.from ?? null).toBe(last === null ? null : last * 1000)
  })

  test.each(all)('%s is read, and what is amiss is said by its line', (name) => {
    const { turns, losses } = read(name)
    for (const turn of turns) expect(turn.text.trim()).not.toBe('')
    for (const { line, says } of losses) {
      expect(line).toBeGreaterThan(0)
      expect(says).toMatch(/^.*[.]$/s)
    }
    // Only a head says nothing and is nothing amiss.
    const isHeadAlone = /signature/.test(name)
    if (!isHeadAlone) expect(turns.length + losses.length).toBeGreaterThan(0)
  })

  test.each(
    all.filter((name) => /invalid|missing|timings-garbage|too-short|too-long|nulls/.test(name)),
  )('%s, which is malformed, gets a sentence', (name) => expect(read(name).losses).not.toEqual([]))
})
