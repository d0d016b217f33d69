import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { id } from '../src/kit/ids.ts'
import { nameOf } from '../src/notebook/people/person.ts'
import { diceFor, generatedPerson } from '../src/notebook/sample/generated.ts'

const by = { by: 'sample', on: '2026-03-12' } as const
const sentences =
  'Met at the spring fair. Reads slowly and answers well. Prefers letters to calls. Knows the whole valley by its first names. Two children and one canoe. Asked for the recipe of the plum cake. Never before nine. Will be away until the vintage.'.split(
    /(?<=\.) /u,
  )

/** A card as address books write them, 400 bytes to 1 KB; the same number gives the same card. */
export function cardNumber(number: number): string {
  const dice = diceFor(number + 1_000_000)
  const person = generatedPerson(number, id('person', String(number)), by)
  const text = (part: string) => person.names.find((name) => name.part === part)?.text ?? ''
  const [role] = person.roles
  const [mail, phone] = person.channels
  const [place] = person.places
  const words = Array.from(
    { length: 1 + Math.floor(dice() * 6) },
    () => sentences[Math.floor(dice() * sentences.length)],
  ).join(' ')
  const hex = Math.floor(dice() * 2 ** 32).toString(16)
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Address Book//EN',
    `N:${text('family')};${text('given')};;;`,
    `FN:${nameOf(person)}`,
    `ORG:${role?.organisation};Department ${Math.floor(dice() * 9)}`,
    `TITLE:${role?.title}`,
    `EMAIL;type=INTERNET;type=WORK;type=pref:${mail?.value}`,
    `EMAIL;type=INTERNET;type=HOME:private-${number}@post.example`,
    `TEL;type=CELL;type=VOICE;type=pref:${phone?.value}`,
    `TEL;type=WORK;type=VOICE:${phone?.value}1`,
    `item1.ADR;type=WORK:;;${number} High Street;${place?.locality};;${10_000 + (number % 80_000)};${place?.country}`,
    'item1.X-ABADR:us',
    `NOTE:${words}`,
    ...(person.labels[0] ? [`CATEGORIES:${person.labels[0].word}`] : []),
    `UID:${hex.padStart(8, '0')}-2222-4333-8444-${String(number).padStart(12, '0')}`,
    'REV:2026-03-12T09:00:00Z',
    'END:VCARD',
    '',
  ]
    .flatMap(folded)
    .join('\r\n')
}

/** Lines are cut at 75 octets (RFC 2426); cutting at 72 letters is near enough for text with few accents. */
function folded(line: string): string[] {
  const pieces = line.match(/.{1,72}/gu) ?? [line]
  return pieces.map((piece, at) => (at === 0 ? piece : ` ${piece}`))
}

export async function writeCards(path: string, count: number): Promise<void> {
  function* all() {
    for (let number = 0; number < count; number++) yield cardNumber(number)
  }
  await pipeline(Readable.from(all()), createWriteStream(path))
}
