import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Labelled } from './table.ts'
import { labelled, readTable } from './table.ts'

/** A labelled set that stands beside the project, with the roles of its columns and what was promised of it. */
export interface LabelledSet {
  readonly name: string
  readonly files: readonly string[]
  readonly roles: string
  readonly truth: string
  /** Best F1 of Splink 4.0.9 on the same set, which ours has to reach. */
  readonly splink: number
}

const febrl =
  'given_name=given,surname=family,street_number=street,address_1=street,address_2=street,suburb=locality,' +
  'postcode=postcode,state=other,date_of_birth=birth'
const fake = 'first_name=given,surname=family,dob=birth,city=locality,email=mail'

export const sets: readonly LabelledSet[] = [
  {
    name: 'febrl3',
    files: ['dataset3.csv'],
    roles: `${febrl},soc_sec_id=id`,
    truth: 'rec_id',
    splink: 0.9958,
  },
  {
    name: 'febrl3 without its id',
    files: ['dataset3.csv'],
    roles: febrl,
    truth: 'rec_id',
    splink: 0.9773,
  },
  {
    name: 'febrl4',
    files: ['dataset4a.csv', 'dataset4b.csv'],
    roles: `${febrl},soc_sec_id=id`,
    truth: 'rec_id',
    splink: 0.9996,
  },
  { name: 'fake_1000', files: ['fake_1000.csv'], roles: fake, truth: 'cluster', splink: 0.8617 },
  { name: 'fake_20000', files: ['fake_20000.csv'], roles: fake, truth: 'group', splink: 0.7754 },
  {
    name: 'historical_50k',
    files: ['historical_50k.csv'],
    roles:
      'full_name=full,first_name=given,surname=family,dob=birth,birth_place=locality,postcode_fake=postcode,' +
      'gender=gender,occupation=title',
    truth: 'cluster',
    splink: 0.7224,
  },
]

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'linkage')

export function isThere({ files }: LabelledSet): boolean {
  return files.every((file) => existsSync(join(folder, file)))
}

export async function readSet({ files, roles, truth }: LabelledSet): Promise<Labelled> {
  const tables = await Promise.all(files.map((file) => readTable(join(folder, file))))
  return labelled(tables, { roles, truth, pattern: null })
}
