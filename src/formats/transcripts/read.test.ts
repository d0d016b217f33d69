import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeUtf8 } from '../encoding/decode.ts'
import { readTranscript, readTranscriptText } from './read.ts'

/** Who, when in seconds, what. */
function said(text: string, name = '') {
  return readTranscriptText(text, name).turns.map(({ speaker, from, wrote, text: words }) => [
    speaker,
    wrote ?? (from === null ? null : from / 1000),
    words,
  ])
}

function losses(text: string, name = '') {
  return readTranscriptText(text, name).losses.map(({ line, kind }) => [line, kind])
}

test('Teams names its voices in tags, with signs written as entities', () => {
  const file =
    "WEBVTT\n\na/12-0\n00:00:03.226 --> 00:00:06.100\n<v O'Neil, Zoë (Acme &amp; Co)>Yes.\nQuite.</v>\n"
  expect(said(file)).toEqual([["O'Neil, Zoë (Acme & Co)", 3.226, 'Yes.\nQuite.']])
})

test('two voices in one caption are two turns of one time', () => {
  const file = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Tea?</v> <v.loud Ben>No.</v>\n'
  expect(said(file)).toEqual([
    ['Ana', 1, 'Tea?'],
    ['Ben', 1, 'No.'],
  ])
})

test('Zoom writes the name before a colon; a later colon belongs to the words', () => {
  const file =
    'WEBVTT\n\n1\n00:00:02.370 --> 00:00:05.160\nAna Ruiz: Thank you.\n\n2\n00:00:05.400 --> 00:00:06.000\nDr. Zoë O’Neil: Of course: ask.\n'
  expect(said(file).map(([who, , words]) => [who, words])).toEqual([
    ['Ana Ruiz', 'Thank you.'],
    ['Dr. Zoë O’Neil', 'Of course: ask.'],
  ])
})

function cue(at: number, words: string): string {
  return `00:00:${String(at).padStart(2, '0')}.000 --> 00:00:59.000\n${words}\n\n`
}

test('a colon now and then in the words makes nobody a speaker', () => {
  const file = `WEBVTT\n\n${cue(1, 'Here is the thing: hands count.')}${cue(2, 'So.')}${cue(3, 'Yes.')}${cue(4, 'Well.')}${cue(5, 'Lesson: begin.')}${cue(6, 'I did.')}${cue(7, 'We do.')}`
  expect(new Set(said(file).map(([who]) => who))).toEqual(new Set([null]))
})

test('captions that YouTube rolls word by word say each line once', () => {
  const file =
    'WEBVTT\nKind: captions\n\n00:00:01.000 --> 00:00:02.000\nso\nhow<00:00:01.500><c> did</c><00:00:01.700><c> you</c>\n\n00:00:02.000 --> 00:00:02.010\nhow did you\n \n\n00:00:02.010 --> 00:00:04.000\nhow did you\nbegin<00:00:03.000><c> it</c>\n'
  expect(said(file).map(([, , words]) => words)).toEqual(['so', 'how did you', 'begin it'])
})

test('words under a time that is none are kept without it, and named by line', () => {
  const file = 'WEBVTT\n\n00:00:07.000 --> 00:00:1d.890\nStill said\n\nNobody timed this\n'
  expect(said(file)).toEqual([
    [null, null, 'Still said'],
    [null, null, 'Nobody timed this'],
  ])
  expect(losses(file)).toEqual([
    [3, 'bad-time'],
    [6, 'no-time'],
  ])
})

test('comments and styles are no words', () => {
  const file =
    'WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE checked by Kyle\n\n00:01.000 --> 00:02.000\nTea.\n'
  expect(said(file)).toEqual([[null, 1, 'Tea.']])
})

test('a sign that is no tag stays in the words', () => {
  expect(said('WEBVTT\n\n00:01.000 --> 00:02.000\n5 < 6 <i>and</i> a<b\n')).toEqual([
    [null, 1, '5 < 6 and a<b'],
  ])
})

test('SubRip reads commas, and says where it found dots', () => {
  const file =
    '1\n00:00:01,500 --> 00:00:02,000\n{\\an8}<i>Hola</i>\n\n2\n00:00:03.000 --> 00:00:04,000\nSí\n'
  expect(said(file)).toEqual([
    [null, 1.5, 'Hola'],
    [null, 3, 'Sí'],
  ])
  expect(losses(file)).toEqual([[6, 'mended']])
})

test('dashes in a caption are two who speak', () => {
  expect(said('1\n00:00:01,000 --> 00:00:02,000\n- Hola.\n- Adiós.\n')).toEqual([
    [null, 1, 'Hola.'],
    [null, 1, 'Adiós.'],
  ])
})

test('a speaker in brackets speaks until another does', () => {
  expect(said('1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00] Hola.\n')).toEqual([
    ['SPEAKER_00', 1, 'Hola.'],
  ])
})

test('SBV reads its pair of times', () => {
  expect(said('0:00:00.378,0:00:11.378\nOne\ntwo\n\n0:00:13.489,0:00:15.489\nThree\n')).toEqual([
    [null, 0.378, 'One\ntwo'],
    [null, 13.489, 'Three'],
  ])
})

test('the ending of a file decides where its content leaves it open', () => {
  expect(losses('some text\n00:00:00,500\n', 'broken.srt')).toEqual([[1, 'no-time']])
  expect(readTranscriptText('some text').format).toBe('text')
})

test('Otter and Teams put name and time on a line of their own', () => {
  expect(
    said(
      'Ana Ruiz  0:02  \nThank you.\nReally.\n\nSpeaker 2  1:02:33  \nBye.\n\nTranscribed by https://otter.ai\n',
    ),
  ).toEqual([
    ['Ana Ruiz', 2, 'Thank you.\nReally.'],
    ['Speaker 2', 3753, 'Bye.'],
  ])
})

test('Meet has a head, times between the words, and an end of its own', () => {
  const file =
    'Talk – Transcript\nAttendees\nAna, Zoë\nTranscript\n00:00:00\n \nAna: Hola\nZoë: Sí\n00:05:12\n \nAna: ¿Qué tal?\nTranscription ended after 00:41:12\n'
  expect(said(file)).toEqual([
    ['Ana', 0, 'Hola'],
    ['Zoë', 0, 'Sí'],
    ['Ana', 312, '¿Qué tal?'],
  ])
})

test('a typed transcript needs no more than names and colons, in small letters too', () => {
  expect(said('ana: hola\nben: qué tal\n  y tú\nana: bien\n ben: me alegro\n')).toEqual([
    ['ana', null, 'hola'],
    ['ben', null, 'qué tal\ny tú'],
    ['ana', null, 'bien'],
    ['ben', null, 'me alegro'],
  ])
})

test('times before, behind and in brackets are read', () => {
  expect(said('[00:12] Ana Ruiz: Hi\n[00:15] Ben: Yes\n')).toEqual([
    ['Ana Ruiz', 12, 'Hi'],
    ['Ben', 15, 'Yes'],
  ])
  expect(said('Ana Ruiz (00:12): Hi\nBen (1:00:15): Yes\n')).toEqual([
    ['Ana Ruiz', 12, 'Hi'],
    ['Ben', 3615, 'Yes'],
  ])
})

test('the chat of a meeting in Zoom says who wrote to everyone', () => {
  const chat = '09:31:05\t From Ana Ruiz to Everyone:\n\tHola\n09:32:00 From Ben : Sí\n'
  expect(said(chat).map(([who, , words]) => [who, words])).toEqual([
    ['Ana Ruiz', 'Hola'],
    ['Ben', 'Sí'],
  ])
})

test('text of which nothing says who speaks is read by paragraphs', () => {
  expect(said('One thought\ngoes on.\n\nAnother.')).toEqual([
    [null, null, 'One thought\ngoes on.'],
    [null, null, 'Another.'],
  ])
})

test('Whisper and its relatives tell seconds or milliseconds', () => {
  expect(
    said('{"segments":[{"start":2.5,"end":61,"text":" Hi.","speaker":"SPEAKER_01"}]}'),
  ).toEqual([['SPEAKER_01', 2.5, 'Hi.']])
  expect(said('{"transcription":[{"offsets":{"from":2500,"to":3000},"text":" Hi."}]}')).toEqual([
    [null, 2.5, 'Hi.'],
  ])
  expect(said('{"utterances":[{"speaker":"A","start":2500,"end":3000,"text":"Hi."}]}')).toEqual([
    ['A', 2.5, 'Hi.'],
  ])
})

test('JSON of another kind and files that are no text are refused in words', () => {
  expect(() => readTranscriptText('{"a": 1}')).toThrow('neither a transcript nor a chat')
  expect(() => readTranscript(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))).toThrow('no text')
})

test('UTF-16 is read, with its mark', () => {
  const bytes = new Uint8Array([
    0xff,
    0xfe,
    ...Array.from('Ana: hi').flatMap((sign) => [sign.charCodeAt(0), 0]),
  ])
  expect(readTranscript(bytes).turns).toMatchObject([{ speaker: 'Ana', text: 'hi' }])
})

test('no word of a talk written as Name: words is lost, whatever is said', () => {
  const word = fc
    .stringMatching(/^[\p{L}\d,.!?'<>&[\]() -]{1,40}$/u)
    .filter((text) => /\p{L}/u.test(text))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('Ana Ruiz', 'Ben'), word), { minLength: 1 }),
      (talk) => {
        const text = talk.map(([who, words]) => `${who}: ${words}`).join('\n')
        const kept = readTranscriptText(text)
          .turns.map((turn) => turn.text)
          .join('\n')
        for (const [, words] of talk) expect(kept).toContain(words.trim())
      },
    ),
    { numRuns: 200 },
  )
})

test('whatever bytes come, turns have words and times go forward from zero', () => {
  const pieces = fc.constantFrom(
    'WEBVTT\n\n',
    '00:01.000 --> 00:02.000\n',
    '1\n',
    '\n',
    '<v A>',
    'Ana: ',
    '0:00:01.000,0:00:02.000\n',
    '[12/03/2026, 9:31:05] A: ',
    '{"segments":[',
    ']}',
    '\0',
    '\r',
    'Ana  0:02\n',
    'words',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 40 }),
      (parts) => {
        let read
        try {
          read = readTranscript(encodeUtf8(parts.join('')))
        } catch (error) {
          expect(error).toHaveProperty('code', 'file.unreadable')
          return
        }
        for (const turn of read.turns) {
          expect(turn.text.trim()).not.toBe('')
          expect(turn.from ?? 0).toBeGreaterThanOrEqual(0)
          expect(turn.to ?? Infinity).toBeGreaterThanOrEqual(turn.from ?? 0)
        }
        for (const loss of read.losses) expect(loss.line).toBeGreaterThan(0)
      },
    ),
    { numRuns: 400 },
  )
})

test('ten megabytes are read in the time of a breath', () => {
  const caption = '00:00:02.370 --> 00:00:05.160\nAna Ruiz: Thank you for having me.\n\n'
  const text = `WEBVTT\n\n${caption.repeat(Math.ceil(1e7 / caption.length))}`
  const begun = process.cpuUsage()
  expect(readTranscriptText(text).turns.length).toBeGreaterThan(100_000)
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3000)
})
