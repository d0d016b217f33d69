import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Appointment, writeAppointment } from '../../src/formats/calendar/write.ts'
import { addHours, clockIn, type Day, dayIn, instantAt } from '../../src/kit/days.ts'
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
    other = vobject.readOne(text).vevent
    print(json.dumps([
        [utc(one['DTSTART'].dt), utc(one['DTEND'].dt), str(one['SUMMARY'])],
        [utc(other.dtstart.value), utc(other.dtend.value), other.summary.value],
    ]))
`

const zones = [
  'Europe/Madrid',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Johannesburg',
]
const days: readonly Day[] = ['2026-01-15', '2026-03-29', '2026-07-15', '2026-10-25']

test.skipIf(!hasReaders)(
  'other programs read our appointments at their moment, in their words',
  () => {
    const summary = 'Ruth, Inés; and “more”'
    const all = zones.flatMap((zone) => days.map((day) => ({ zone, day })))
    const texts = all.map(({ zone, day }, at) =>
      writeAppointment({
        uid: `${at}@sobremesa`,
        sequence: 0,
        isCancelled: false,
        stamp: '2026-01-01T10:00:00.000Z',
        day,
        clock: '12:00',
        zone,
        minutes: 30,
        summary,
        place: 'Café Gijón',
        words: 'Two lines\nof it',
        organizer: { name: 'Inés "I" Marín', mail: 'ines@example.org' },
        attendees: [{ name: 'Ruth', mail: 'ruth@archive.example' }],
      }),
    )
    const { stdout, stderr } = spawnSync(python, ['-c', reader], {
      input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
      encoding: 'utf8',
      env: { PYTHONIOENCODING: 'utf-8' },
    })
    const wanted = all.map(({ zone, day }) => {
      const start = instantAt(zone, day, '12:00')
      const read = [start, addHours(start, 0.5), summary]
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
  ]
  const { stdout, stderr } = spawnSync(python, ['-c', dayReader], {
    input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const of = ['2026-03-29', '2026-03-30'] as const
  const [asked, off] = [
    ['REQUEST', ...of, 'CONFIRMED', 1],
    ['CANCEL', ...of, 'CANCELLED', 2],
  ]
  const read = stdout.split('\n').filter(Boolean)
  expect(read.map((line) => JSON.parse(line))).toEqual([
    [asked, asked],
    [off, off],
  ])
})

const rows = ['Europe/Madrid', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'] as const

/** One time, moved and then called off, in each of these zones; `at` is when it is asked for first. */
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
    organizer: { name: 'Inés', mail: 'ines@example.org' },
    attendees: [{ name: 'Ruth', mail: 'ruth@archive.example' }],
    ...change,
  })
}

const here = { TZ: 'Europe/Madrid', LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' }
const isThere = (program: string): boolean => {
  const found = spawnSync(program, ['--version']).status === 0
  if (!found) process.stdout.write(`Skipped: what ${program} reads (apt-get install ${program})\n`)
  return found
}

/** When it begins on a wall in Madrid. */
function inMadrid(zone: string): string {
  const at = instantAt(zone, '2026-03-29', '12:00')
  return `${dayIn('Europe/Madrid', at)} ${clockIn('Europe/Madrid', at)}`
}

test.skipIf(!isThere('calcurse')).each(rows)(
  'calcurse takes a time in %s over at its moment',
  (zone) => {
    using home = temporaryFolder('calcurse')
    const file = join(home.path, 'time.ics')
    writeFileSync(file, told(zone, 0))
    const calcurse = (...words: string[]) =>
      spawnSync('calcurse', ['-D', home.path, ...words], { encoding: 'utf8', env: here })
    expect(calcurse('-i', file).stdout + calcurse('-i', file).stderr).not.toMatch(/error/i)
    const day = inMadrid(zone).slice(0, 10)
    const [, month, date] = day.split('-')
    const query = [
      '-Q',
      '--from',
      `${month}/${date}/2026`,
      '--days',
      '1',
      '--format-apt',
      '%(start:%Y-%m-%d %H:%M) %m\n',
    ]
    expect(calcurse(...query).stdout).toContain(`${inMadrid(zone)} Ruth and Inés`)
  },
)

test.skipIf(!isThere('khal')).each(rows)(
  'khal shows a time in %s, and follows where it goes',
  (zone) => {
    using home = temporaryFolder('khal')
    const config = join(home.path, 'config')
    writeFileSync(
      config,
      `[calendars]\n[[one]]\npath = ${home.path}/one\n[locale]\nlocal_timezone = Europe/Madrid\ndefault_timezone = Europe/Madrid\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${home.path}/khal.db\n`,
    )
    const env = { ...here, HOME: home.path }
    const khal = (...words: string[]) =>
      spawnSync('khal', ['-c', config, ...words], { encoding: 'utf8', env })
    const shown = (text: string): string => {
      const file = join(home.path, 'time.ics')
      writeFileSync(file, text)
      khal('import', '--batch', file)
      const format = ['--format', '{start-long} {title} {status}', '--day-format', '']
      return khal('list', ...format, '2026-03-28', '4d').stdout
    }
    expect(shown(told(zone, 0))).toContain(`${inMadrid(zone)} Ruth and Inés`)
    const moved = shown(told(zone, 1, { clock: '13:00' }))
    expect(moved).not.toContain(inMadrid(zone))
    expect(moved).toContain('Ruth and Inés')
    expect(shown(told(zone, 2, { isCancelled: true }))).toContain('CANCELLED')
  },
)

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

/** The twenty minutes of a time, and what they are called. */
function readAs(zone: string, day: Day, clock: string) {
  const start = instantAt(zone, day, clock)
  return [start, addHours(start, 1 / 3), 'Ruth and Inés']
}

test.skipIf(!hasEvolution)(
  'the reader of Evolution finds no fault in a time asked for, moved, called off or of a whole day',
  () => {
    const all = zones.flatMap((zone) => days.map((day) => ({ zone, day })))
    const changes: readonly Partial<Appointment>[] = [
      {},
      { clock: '13:30' },
      { isCancelled: true },
      { clock: null },
    ]
    const texts = [
      ...all.map(({ zone, day }) => told(zone, 0, { day })),
      ...changes.map((change, at) => told('Asia/Kathmandu', at, change)),
    ]
    const { stdout, stderr } = spawnSync(python, ['-c', evolution], {
      input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
      encoding: 'utf8',
      env: { PYTHONIOENCODING: 'utf-8' },
    })
    const [noon, moved] = ['12:00', '13:30'].map((clock) =>
      readAs('Asia/Kathmandu', '2026-03-29', clock),
    )
    expect(stderr).toBe('')
    const read = stdout.split('\n').filter(Boolean)
    expect(read.map((line) => JSON.parse(line))).toEqual([
      ...all.map(({ zone, day }) => ['request', ...readAs(zone, day, '12:00'), 'confirmed', 0, 0]),
      ['request', ...noon!, 'confirmed', 0, 0],
      ['request', ...moved!, 'confirmed', 1, 0],
      ['cancel', ...noon!, 'cancelled', 2, 0],
      ['request', '20260329', '20260330', 'Ruth and Inés', 'confirmed', 3, 0],
    ])
  },
)
