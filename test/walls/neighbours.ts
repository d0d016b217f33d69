/**
 * Small files of every zone that the breaks reach for, put into the copy before them: so a break
 * needs no file of the product, and walls of zones that do not exist yet are proven too.
 */
export const neighbours: Readonly<Record<string, string>> = {
  'src/kit/proof.ts': `export const word = 'kit'`,
  'src/formats/proof/parse.ts': `export const parse = (text: string): string => text`,
  'src/craft/proof.ts': `export const machine = 'craft'`,
  'src/craft/proof-loop.ts': `import { kept } from './break-d.ts'\nexport const loop = () => kept`,
  'src/notebook/proof-b/two.ts': `export const two = 2`,
  'src/notebook/proof-c/one.ts': `export const one = 1`,
  'src/notebook/proof-c/three.ts': `import { two } from '../proof-b/two.ts'\nexport const three = two`,
  'src/platform/proof.ts': `export const engine = 'platform'`,
  'src/platform/database/proof.ts': `export interface Kept { readonly word: string }`,
  'src/platform/database/proof-table.ts': `export interface Table { readonly word: string }`,
  'src/notebook/proof-a/rows.store.ts': `export const rows = (): string => 'rows'`,
  'src/notebook/proof-a/noun.ts': `export const noun = 'private'\nexport interface Noun { readonly words: string }`,
  'src/notebook/proof-a/nouns.contract.ts': `export const nounsContract = { name: 'nouns' }`,
  'src/notebook/proof-a/nouns.store.ts': `export const find = (): string => 'row'`,
  'src/notebook/proof-a/nouns.operations.ts': `export const handlers = { find: (): string => 'handled' }`,
  'src/circles/proof/offer.ts': `export const offer = 'shared'\nexport interface Offer { readonly words: string }`,
  'src/accounts/proof/right.ts': `export const right = 'read'`,
  'src/bridge/proof/share.ts': `export const share = 'crossing'`,
  'src/operations/proof.ts': `export const list = ['nouns.find']`,
  'src/doors/proof-one/door.ts': `export const one = 'door'`,
  'src/server/proof.ts': `export const wiring = 'top'`,
  'src/web/proof/page.tsx': `export const title = 'page'`,
  'scripts/proof.ts': `import { used } from '../src/kit/unused-a.ts'\nconsole.log(used)`,
  'test/stand/proof.ts': `export const stand = 'test'`,
}
