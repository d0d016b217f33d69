import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../stand/server.ts'

const corpus = join(root, '../shared/corpus')
const real = [
  join(corpus, 'csv/syn_google_contacts_2024.csv'),
  join(corpus, 'vcf/nametag__tests__vcards__apple-vcard-example.vcf'),
]
const own = ['google.csv', 'apple.vcf'].map((name) => join(import.meta.dirname, 'files', name))
const hasCorpus = real.every((file) => existsSync(file))

if (!hasCorpus) {
  process.stdout.write(
    `The main job uses small files of our own: there is no corpus at ${corpus}\n`,
  )
}

/** A CSV of Google and a vCard of Apple, two people and one; Grace is in the first. */
export const contactsFiles = hasCorpus ? real : own
