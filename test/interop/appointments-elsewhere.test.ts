import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { writeAppointment } from '../../src/formats/calendar/write.ts'
import { addHours, type Day, instantAt } from '../../src/kit/days.ts'

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
