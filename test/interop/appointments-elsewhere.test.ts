import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Appointment, writeAppointment } from '../../src/formats/calendar/write.ts'
import { addHours, type Instant } from '../../src/kit/days.ts'
import { hardTimes } from '../stand/hard-times.ts'
import { temporaryFolder } from '../stand/temporary.ts'

/** Debian's own, for the packages are Debian's. */
const python = '/usr/bin/python3'
const hasReaders = spawnSync(python, ['-c', 'import icalendar, vobject']).status === 0
if (!hasReaders) {
  process.stdout.write(
    'Skipped: what icalendar and vobject read of our appointments (apt-get install python3-icalendar python3-vobject)\n',
  )
}

/** Reads calendars from stdin, one JSON text a line; prints what each of the two libraries understood. */
const reader = `
import sys, json, datetime, icalendar, vobject
utc = lambda at: at.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%S.000Z')
for line in sys.stdin:
    text = json.loads(line)
    one = icalendar.Calendar.from_ical(text).walk('VEVENT')[0]
    # What it read of a zone in an earlier file it would keep for this one.
    vars(vobject.icalendar)['__tzidMap'].clear()
    other = vobject.readOne(text).vevent
    print(json.dumps([
        [utc(one['DTSTART'].dt), utc(one['DTEND'].dt), str(one['SUMMARY'])],
        [utc(other.dtstart.value), utc(other.dtend.value), other.summary.value],
    ]))
`

test.skipIf(!hasReaders)(
  'other programs read our appointments at their moment, in their words',
  () => {
    const summary = 'Ruth, Inés; and “more”'
    const texts = hardTimes.map(({ zone, day, clock, minutes }) =>
      told(zone, 0, { day, clock, minutes, summary, words: 'Two lines\nof it' }),
    )
    const { stdout, stderr } = spawnSync(python, ['-c', reader], {
      input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
      encoding: 'utf8',
      env: { PYTHONIOENCODING: 'utf-8' },
    })
    const wanted = hardTimes.map(({ start, minutes }) => {
      const read = [start, addHours(start, minutes / 60), summary]
      return [read, read]
    })
    expect(stderr).toBe('')
    const read = stdout.split('\n').filter(Boolean)
    expect(read.map((line) => JSON.parse(line))).toEqual(wanted)
  },
)

const dayReader = `
import sys, json, icalendar, vobject
for line in sys.stdin:
    text = json.loads(line)
    whole = icalendar.Calendar.from_ical(text)
    one = whole.walk('VEVENT')[0]
    other = vobject.readOne(text)
    print(json.dumps([
        [str(whole['METHOD']), str(one['DTSTART'].dt), str(one['DTEND'].dt), str(one['STATUS']), int(one['SEQUENCE'])],
        [other.method.value, str(other.vevent.dtstart.value), str(other.vevent.dtend.value), other.vevent.status.value, int(other.vevent.sequence.value)],
    ]))
`

test.skipIf(!hasReaders)('a whole day, and one that is called off, are read as such', () => {
  const texts = [
    told('Europe/Madrid', 1, { clock: null }),
    told('Asia/Kathmandu', 2, { clock: null, isCancelled: true }),
    told('America/Havana', 3, { clock: null, day: '2026-12-31' }),
  ]
  const { stdout, stderr } = spawnSync(python, ['-c', dayReader], {
    input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const of = ['2026-03-29', '2026-03-30'] as const
  const [asked, off, lastDay] = [
    ['REQUEST', ...of, 'CONFIRMED', 1],
    ['CANCEL', ...of, 'CANCELLED', 2],
    ['REQUEST', '2026-12-31', '2027-01-01', 'CONFIRMED', 3],
  ]
  const read = stdout.split('\n').filter(Boolean)
  expect(read.map((line) => JSON.parse(line))).toEqual([
    [asked, asked],
    [off, off],
    [lastDay, lastDay],
  ])
})

/** A time that is asked for, moved or called off in that zone. */
function told(zone: string, sequence: number, change: Partial<Appointment> = {}): string {
  return writeAppointment({
    uid: `one@sobremesa`,
    sequence,
    isCancelled: false,
    stamp: '2026-01-01T10:00:00.000Z',
    day: '2026-03-29',
    clock: '12:00',
    zone,
    minutes: 20,
    summary: 'Ruth and Inés',
    place: 'Café Gijón',
    words: null,
    organizer: { name: 'Inés "I" Marín', mail: 'ines@example.org' },
    attendees: [{ name: 'Ruth', mail: 'ruth@archive.example' }],
    ...change,
  })
}

const here = { TZ: 'UTC', LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' }
const isThere = (program: string): boolean => {
  const found = spawnSync(program, ['--version']).status === 0
  if (!found) process.stdout.write(`Skipped: what ${program} reads (apt-get install ${program})\n`)
  return found
}

/** What a clock shows then where both programs are told to be: in UTC, where no hour is said twice. */
function shown(instant: Instant): string {
  return instant.slice(0, 16).replace('T', ' ')
}

test.skipIf(!isThere('calcurse'))('calcurse takes each of them over at its moment', () => {
  using home = temporaryFolder('calcurse')
  const calcurse = (...words: string[]) =>
    spawnSync('calcurse', ['-D', home.path, ...words], { encoding: 'utf8', env: here })
  for (const [at, { zone, day, clock, minutes }] of hardTimes.entries()) {
    const file = join(home.path, `${at}.ics`)
    writeFileSync(file, told(zone, 0, { day, clock, minutes, summary: `Case ${at}` }))
    const { stdout, stderr } = calcurse('-i', file)
    expect(stdout + stderr).not.toMatch(/error/i)
  }
  const days = hardTimes.map(({ start }) => {
    const [year, month, date] = shown(start).slice(0, 10).split('-')
    const day = ['--from', `${month}/${date}/${year}`, '--days', '1']
    return calcurse('-Q', ...day, '--format-apt', '%(start:%Y-%m-%d %H:%M) %m\n').stdout
  })
  for (const [at, { start }] of hardTimes.entries()) {
    expect(days[at]).toContain(`${shown(start)} Case ${at}\n`)
  }
})

/** One of the cases, under a name and a number that it keeps. */
function titled(at: number, sequence: number, change: Partial<Appointment> = {}): string {
  const { zone, day, clock, minutes } = hardTimes[at]!
  const named = { uid: `${at}@sobremesa`, summary: `Case ${at}` }
  return told(zone, sequence, { ...named, day, clock, minutes, ...change })
}

test.skipIf(!isThere('khal'))('khal shows each of them, and follows where one goes', () => {
  using home = temporaryFolder('khal')
  const khal = khalIn(home.path)
  const imported = (texts: readonly string[]) => {
    const files = texts.map((text, at) => {
      const file = join(home.path, `${at}.ics`)
      writeFileSync(file, text)
      return file
    })
    khal('import', '--batch', ...files)
  }
  const found = (words: string) =>
    khal('search', '--format', '{start-long} {title} {status}', words)
      .stdout.split('\n')
      .map((line) => line.trim())
  imported(hardTimes.map((_, at) => titled(at, 0)))
  const all = found('Case')
  for (const [at, { start }] of hardTimes.entries()) {
    expect(all).toContain(`${shown(start)} Case ${at} CONFIRMED`)
  }
  imported([titled(0, 1, { clock: '17:00' })])
  expect(found('Case 0')).toContain('2026-03-18 16:00 Case 0 CONFIRMED')
  expect(found('Case 0')).not.toContain('2026-03-18 15:00 Case 0 CONFIRMED')
  imported([titled(0, 2, { clock: '17:00', isCancelled: true })])
  expect(found('Case 0')).toContain('2026-03-18 16:00 Case 0 CANCELLED')
})

function khalIn(home: string): (...words: string[]) => { readonly stdout: string } {
  const config = join(home, 'config')
  writeFileSync(
    config,
    `[calendars]\n[[one]]\npath = ${home}/one\n[locale]\nlocal_timezone = Etc/UTC\ndefault_timezone = Etc/UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${home}/khal.db\n`,
  )
  const env = { ...here, HOME: home }
  return (...words) => spawnSync('khal', ['-c', config, ...words], { encoding: 'utf8', env })
}

const hasEvolution =
  spawnSync(python, [
    '-c',
    "import gi; gi.require_version('ICalGLib', '3.0'); from gi.repository import ICalGLib",
  ]).status === 0
if (!hasEvolution) {
  process.stdout.write(
    'Skipped: what the reader of Evolution makes of our appointments (apt-get install python3-gi gir1.2-ical-3.0)\n',
  )
}

/** Evolution reads calendars with libical; the times by the rules that came along, where there are some. */
const evolution = `
import sys, json, datetime, gi
gi.require_version('ICalGLib', '3.0')
from gi.repository import ICalGLib as I
def told(at):
    if at.is_date(): return at.as_ical_string()
    utc = datetime.datetime.fromtimestamp(at.as_timet_with_zone(at.get_timezone()), datetime.timezone.utc)
    return utc.strftime('%Y-%m-%dT%H:%M:%S.000Z')
for line in sys.stdin:
    whole = I.Component.new_from_string(json.loads(line))
    one = whole.get_first_component(I.ComponentKind.VEVENT_COMPONENT)
    errors = whole.count_errors()
    print(json.dumps([
        whole.get_method().value_nick, told(one.get_dtstart()), told(one.get_dtend()),
        one.get_summary(), one.get_status().value_nick, one.get_sequence(), errors,
    ]))
`

/** From when to when, and what it is called. */
function readAs(start: Instant, minutes: number): readonly string[] {
  return [start, addHours(start, minutes / 60), 'Ruth and Inés']
}

test.skipIf(!hasEvolution)(
  'the reader of Evolution finds no fault in a time asked for, moved, called off or of a whole day',
  () => {
    const changes: readonly Partial<Appointment>[] = [
      {},
      { clock: '13:30' },
      { isCancelled: true },
      { clock: null },
    ]
    const texts = [
      ...hardTimes.map(({ zone, day, clock, minutes }) => told(zone, 0, { day, clock, minutes })),
      ...changes.map((change, at) => told('Asia/Kathmandu', at, change)),
    ]
    const { stdout, stderr } = spawnSync(python, ['-c', evolution], {
      input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
      encoding: 'utf8',
      env: { PYTHONIOENCODING: 'utf-8' },
    })
    const [noon, moved] = [
      readAs('2026-03-29T06:15:00.000Z', 20),
      readAs('2026-03-29T07:45:00.000Z', 20),
    ]
    expect(stderr).toBe('')
    const read = stdout.split('\n').filter(Boolean)
    expect(read.map((line) => JSON.parse(line))).toEqual([
      ...hardTimes.map(({ start, minutes }) => [
        'request',
        ...readAs(start, minutes),
        'confirmed',
        0,
        0,
      ]),
      ['request', ...noon, 'confirmed', 0, 0],
      ['request', ...moved, 'confirmed', 1, 0],
      ['cancel', ...noon, 'cancelled', 2, 0],
      ['request', '20260329', '20260330', 'Ruth and Inés', 'confirmed', 3, 0],
    ])
  },
)
