import type { Break, Passage } from './break.ts'

/** `file` imports `from`, by value; the wall named `rule` has to notice. */
function imports(file: string, from: string, rule: string): Break {
  const code = `import * as reached from '${from}'\nexport const kept = reached`
  return { what: `${file} imports ${from}`, file, code, watcher: 'walls', rule }
}

/** The same by type only, for the walls that forbid even to name a thing. */
function names(file: string, type: { name: string; from: string }, rule: string): Break {
  const code = `import type { ${type.name} } from '${type.from}'\nexport type Kept = ${type.name}`
  return { what: `${file} names ${type.name} of ${type.from}`, file, code, watcher: 'walls', rule }
}

const noun = { name: 'Noun', from: '../../notebook/proof-a/noun.ts' }
const offer = { name: 'Offer', from: '../../circles/proof/offer.ts' }
const kept = { name: 'Kept', from: '../../platform/database/proof.ts' }

/** Every rule of .dependency-cruiser.cjs, broken; a test holds this list against that file. */
export const wallBreaks: readonly Break[] = [
  imports('src/kit/break-a.ts', '../craft/proof.ts', 'kit-needs-nothing'),
  imports('src/kit/break-b.ts', '../formats/proof/parse.ts', 'kit-needs-nothing'),
  imports('src/kit/break-c.ts', '../notebook/proof-a/noun.ts', 'only-the-bridge-crosses'),
  imports('src/kit/break-d.ts', 'node:fs', 'ground-is-pure'),
  imports('src/kit/break-e.ts', './nowhere.ts', 'everything-resolves'),
  imports('src/craft/linkage/break-a.ts', 'node:fs', 'linkage-is-pure'),
  imports('src/craft/linkage/break-b.ts', 'chrono-node', 'linkage-is-pure'),

  imports(
    'src/formats/proof/break-a.ts',
    '../../notebook/proof-a/noun.ts',
    'formats-know-only-kit',
  ),
  imports('src/formats/proof/break-b.ts', '../../craft/proof.ts', 'formats-know-only-kit'),
  imports('src/formats/proof/break-c.ts', '../../platform/proof.ts', 'formats-know-only-kit'),
  imports('src/formats/proof/break-d.ts', 'node:zlib', 'ground-is-pure'),
  imports('src/formats/proof/break-e.ts', 'hono', 'ground-is-pure'),

  imports('src/craft/break-a.ts', '../notebook/proof-a/noun.ts', 'craft-knows-only-kit'),
  imports('src/craft/break-b.ts', '../formats/proof/parse.ts', 'craft-knows-only-kit'),
  imports('src/craft/break-c.ts', 'node:crypto', 'ground-is-pure'),

  imports('src/platform/break-a.ts', '../notebook/proof-a/noun.ts', 'platform-knows-only-kit'),
  imports('src/platform/break-b.ts', '../operations/proof.ts', 'platform-knows-only-kit'),
  imports('src/platform/break-c.ts', '../circles/proof/offer.ts', 'only-the-bridge-crosses'),
  imports('src/platform/break-d.ts', 'kysely', 'only-stores-speak-sql'),
  imports('src/platform/break-e.ts', 'pg', 'only-stores-speak-sql'),

  imports('src/notebook/proof-a/break-a.ts', 'kysely', 'rules-are-pure'),
  imports('src/notebook/proof-a/break-b.ts', 'node:fs', 'rules-are-pure'),
  imports('src/notebook/proof-a/break-c.ts', './nouns.store.ts', 'rules-are-pure'),
  imports('src/notebook/proof-a/break-d.ts', './nouns.operations.ts', 'rules-are-pure'),
  imports('src/notebook/proof-a/deep/break-e.ts', '../nouns.store.ts', 'rules-are-pure'),
  imports('src/circles/proof/break-a.ts', 'hono', 'rules-are-pure'),
  imports('src/accounts/proof/break-a.ts', 'node:crypto', 'rules-are-pure'),
  imports('src/bridge/proof/break-a.ts', '../../platform/proof.ts', 'rules-are-pure'),

  names('src/notebook/proof-a/break-f.ts', kept, 'rules-know-no-platform'),
  names('src/circles/proof/break-b.ts', kept, 'rules-know-no-platform'),
  names('src/notebook/proof-a/break-a.contract.ts', kept, 'rules-know-no-platform'),
  imports(
    'src/notebook/proof-a/break-b.contract.ts',
    './nouns.operations.ts',
    'contracts-are-data',
  ),
  imports('src/notebook/proof-a/break-c.contract.ts', './nouns.store.ts', 'contracts-are-data'),
  imports(
    'src/circles/proof/break-a.contract.ts',
    '../../formats/proof/parse.ts',
    'contracts-are-data',
  ),

  imports('src/notebook/proof-a/break-a.operations.ts', 'kysely', 'only-stores-speak-sql'),
  imports('src/doors/proof-one/break-a.ts', 'pg', 'only-stores-speak-sql'),
  imports('src/server/break-a.ts', 'better-sqlite3-multiple-ciphers', 'only-stores-speak-sql'),
  imports('src/server/break-b.ts', 'node:sqlite', 'only-stores-speak-sql'),

  names('src/circles/proof/break-c.ts', noun, 'halves-never-touch'),
  names('src/notebook/proof-a/break-g.ts', offer, 'halves-never-touch'),
  names('src/accounts/proof/break-b.ts', noun, 'halves-never-touch'),
  imports(
    'src/notebook/proof-a/break-b.operations.ts',
    '../../accounts/proof/right.ts',
    'halves-never-touch',
  ),
  imports(
    'src/circles/proof/break-a.store.ts',
    '../../notebook/proof-a/nouns.store.ts',
    'halves-never-touch',
  ),
  imports(
    'src/notebook/proof-a/break-c.operations.ts',
    '../../bridge/proof/share.ts',
    'only-the-bridge-crosses',
  ),
  imports(
    'src/circles/proof/break-a.operations.ts',
    '../../bridge/proof/share.ts',
    'only-the-bridge-crosses',
  ),

  imports(
    'src/operations/break-a.ts',
    '../notebook/proof-a/nouns.operations.ts',
    'operations-know-no-handler',
  ),
  imports('src/operations/break-b.ts', '../doors/proof-one/door.ts', 'operations-know-no-handler'),

  imports(
    'src/doors/proof-one/break-b.ts',
    '../../notebook/proof-a/nouns.store.ts',
    'doors-use-the-list',
  ),
  imports(
    'src/doors/proof-one/break-c.ts',
    '../../notebook/proof-a/nouns.operations.ts',
    'doors-use-the-list',
  ),
  imports('src/doors/proof-one/break-d.ts', '../../platform/proof.ts', 'doors-use-the-list'),
  imports('src/doors/proof-two/break-a.ts', '../proof-one/door.ts', 'doors-are-apart'),

  imports('src/web/proof/break-a.tsx', '../../notebook/proof-a/nouns.store.ts', 'web-is-a-guest'),
  imports('src/web/proof/break-b.tsx', '../../platform/proof.ts', 'web-is-a-guest'),
  imports('src/web/proof/break-c.ts', '../../doors/proof-one/door.ts', 'web-is-a-guest'),
  imports('src/web/proof/break-d.tsx', 'node:path', 'web-has-no-node'),
  imports('src/web/proof/break-e.tsx', 'hono', 'web-ships-no-server'),
  imports('src/doors/proof-one/break-e.ts', 'react', 'only-the-web-draws'),
  imports('src/notebook/proof-a/break-h.ts', '@mantine/core', 'only-the-web-draws'),

  imports(
    'src/notebook/proof-a/break-d.operations.ts',
    '../../server/proof.ts',
    'nobody-imports-the-top',
  ),
  imports('src/doors/proof-one/break-f.ts', '../../server/proof.ts', 'nobody-imports-the-top'),
  imports('src/server/break-c.ts', '../../test/stand/proof.ts', 'the-product-needs-no-test'),
  imports('src/server/break-d.ts', 'fast-check', 'no-unlisted-packages'),
  imports('src/server/break-e.ts', 'a-package-nobody-has', 'everything-resolves'),

  imports('src/craft/break-d.ts', './proof-loop.ts', 'no-circles'),
  {
    what: 'two capabilities need each other through different files',
    file: 'src/notebook/proof-b/break-a.ts',
    code: `import * as reached from '../proof-c/one.ts'\nexport const kept = reached`,
    watcher: 'walls',
    rule: 'no-folder-circles',
    saidOf: 'src/notebook/proof-b',
  },
]

function lets(file: string, ...from: readonly string[]): Passage {
  const lines = from.map((path, at) => `import * as reached${at} from '${path}'`)
  const all = from.map((_, at) => `reached${at}`).join(', ')
  return {
    what: `${file} may import ${from.join(', ')}`,
    file,
    code: `${lines.join('\n')}\nexport const kept = [${all}]`,
  }
}

export const passages: readonly Passage[] = [
  lets('src/formats/proof/pass.ts', '../../kit/proof.ts', './parse.ts'),
  lets('src/craft/pass.ts', '../kit/proof.ts'),
  lets('src/platform/pass.ts', '../kit/proof.ts', 'node:fs', './proof.ts'),
  lets('src/platform/database/pass.ts', 'kysely', 'pg', 'better-sqlite3-multiple-ciphers'),
  lets(
    'src/notebook/proof-a/pass.ts',
    '../../craft/proof.ts',
    '../../formats/proof/parse.ts',
    'chrono-node',
  ),
  lets('src/notebook/proof-a/pass.contract.ts', '../../kit/proof.ts', './noun.ts', 'zod'),
  lets('src/notebook/proof-a/pass.store.ts', 'kysely', '../../platform/proof.ts', './noun.ts'),
  lets(
    'src/notebook/proof-a/pass.operations.ts',
    './nouns.store.ts',
    '../../platform/proof.ts',
    'node:stream',
  ),
  lets(
    'src/bridge/proof/pass.ts',
    '../../notebook/proof-a/noun.ts',
    '../../circles/proof/offer.ts',
  ),
  lets('src/operations/pass.ts', '../notebook/proof-a/nouns.contract.ts', '../platform/proof.ts'),
  lets(
    'src/doors/proof-one/pass.ts',
    '../../operations/proof.ts',
    '../../formats/proof/parse.ts',
    'hono',
  ),
  lets(
    'src/web/proof/pass.tsx',
    'react',
    '../../notebook/proof-a/noun.ts',
    '../../notebook/proof-a/nouns.contract.ts',
  ),
  lets(
    'src/server/pass.ts',
    '../notebook/proof-a/nouns.operations.ts',
    '../doors/proof-one/door.ts',
  ),
]
