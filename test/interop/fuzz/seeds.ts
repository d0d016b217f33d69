import { madeZip } from '../../stand/made-zip.ts'
import { bytesOf, filesIn } from '../corpus.ts'
import type { ReaderName } from './readers.ts'

/** Larger ones say nothing that smaller ones do not, and take the time of many. */
const largest = 16 * 1024

const card =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Pérez;Ana;;;\r\nFN:Ana Pérez\r\nitem1.TEL;TYPE=CELL,PREF:600 000 000\r\n' +
  'item1.X-ABLabel:_$!<Mobile>!$_\r\nBDAY:1985-04-12\r\nPHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=\r\nEND:VCARD\r\n'

/** Where there is no corpus, these alone are what is mutated. */
const own: Readonly<Record<ReaderName, readonly string[]>> = {
  vcard: [card],
  csv: [
    'First Name,Last Name,E-mail 1 - Value,Notes\r\nAna,Pérez,ana@example.org,"a ""b""\r\nc"\r\n',
  ],
  jcard: [
    '["vcard",[["version",{},"text","4.0"],["fn",{},"text","Ana"],["n",{},"text",["P","A","","",""]]]]',
  ],
  calendar: [
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Madrid:20250305T173000\r\n' +
      'RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T000000Z\r\nEXDATE;TZID=Europe/Madrid:20250312T173000\r\n' +
      'ATTENDEE;CN="Ana":mailto:ana@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  ],
  mail: [
    'From a@example.org Thu Mar  5 10:00:00 2026\nFrom: Ana <a@example.org>\nTo: =?utf-8?Q?Zo=C3=AB?= <z@example.org>\n' +
      'Date: Thu, 5 Mar 2026 10:00:00 +0100\nSubject: x\n\nFrom here on\n\n',
  ],
  zip: [],
  transcript: [
    'WEBVTT\n\n1\n00:00:02.370 --> 00:00:05.160\n<v Ana>Tea &amp; <i>bread</i></v>\n\n00:07.000 --> 00:08.000\nBen: No.\n',
    '[12/03/2026, 9:31:05] Ana: one\ntwo\n13.03.26, 09:32 - Ben: three\n',
    '{"segments":[{"start":0.5,"end":1,"text":"Ana: hi","speaker":"SPEAKER_00"}]}',
  ],
}

function fromCorpus(folder: string, pattern: RegExp): Buffer[] {
  return filesIn(folder, pattern)
    .map((name) => Buffer.from(bytesOf(folder, name)))
    .filter((bytes) => bytes.length <= largest)
}

/** What there is to mutate for each reader. */
export function seedsFor(reader: ReaderName): Buffer[] {
  const seeds = own[reader].map((text) => Buffer.from(text))
  switch (reader) {
    case 'vcard':
      return [...seeds, ...fromCorpus('vcf', /./)]
    case 'csv':
      return [...seeds, ...fromCorpus('csv', /\.csv$/)]
    case 'calendar':
      return [...seeds, ...fromCorpus('ics', /./)]
    case 'mail':
      return [...seeds, ...fromCorpus('mail', /./)]
    case 'transcript':
      return [...seeds, ...fromCorpus('transcripts', /./)]
    case 'jcard':
      return seeds
    case 'zip':
      break
  }
  const entry = { name: 'a.vcf', content: card }
  return [[entry], [entry, { name: 'b/c.csv', content: card.repeat(30) }], []].map((entries) =>
    Buffer.from(madeZip(entries)),
  )
}
