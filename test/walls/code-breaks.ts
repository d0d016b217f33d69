import type { Break } from './break.ts'

const rulesFile = 'src/notebook/proof-a'

function types(what: string, file: string, code: string, rule: string): Break {
  return { what, file, code, watcher: 'types', rule }
}

function lint(what: string, file: string, code: string, rule: string): Break {
  return { what, file, code, watcher: 'lint', rule }
}

/** What the three compiler projects do not know: the world, for rules; Node, for the page. */
export const typeBreaks: readonly Break[] = [
  types(
    'a rule fetches',
    `${rulesFile}/type-a.ts`,
    `export const x = () => fetch('https://example.org')`,
    'TS2304',
  ),
  types(
    'a rule reads the environment',
    `${rulesFile}/type-b.ts`,
    `export const x = process.env`,
    'TS2591',
  ),
  types(
    'a rule prints',
    `${rulesFile}/type-c.ts`,
    `export const x = () => console.log('hi')`,
    'TS2584',
  ),
  types(
    'a rule opens files',
    `${rulesFile}/type-d.ts`,
    `import fs from 'node:fs'\nexport const x = fs`,
    'TS2591',
  ),
  types(
    'a rule waits for a timer',
    `${rulesFile}/type-e.ts`,
    `export const x = () => setTimeout(() => {}, 1)`,
    'TS2304',
  ),
  types(
    'a rule touches the page',
    `src/craft/type-a.ts`,
    `export const x = document.title`,
    'TS2584',
  ),
  types(
    'the kit rolls dice',
    `src/kit/type-a.ts`,
    `export const x = crypto.randomUUID()`,
    'TS2304',
  ),
  types(
    'a rule names a table',
    `${rulesFile}/type-f.ts`,
    `import type { Table } from '../../platform/database/proof-table.ts'\nexport type X = Table`,
    'TS6307',
  ),
  types(
    'the page loads a store',
    'src/web/proof/type-a.tsx',
    `import { rows } from '../../notebook/proof-a/rows.store.ts'\nexport const x = rows`,
    'TS6307',
  ),
  types(
    'the page reads the environment',
    'src/web/proof/type-b.tsx',
    `export const x = process.env`,
    'TS2591',
  ),
  types('an enum', 'src/kit/type-b.ts', `export enum Season { Spring }`, 'TS1294'),
  types(
    'the id of a field where that of a person is asked for',
    'src/kit/type-c.ts',
    `import type { FieldId, PersonId } from './ids.ts'\nexport const x = (field: FieldId): PersonId => field`,
    'TS2322',
  ),
  types(
    'an operation without a handler',
    'src/server/type-a.ts',
    `import type { AllHandlers } from '../operations/run.ts'\nexport const x: AllHandlers['people'] = {}`,
    'TS2740',
  ),
]

const zonesOfRules = [
  'kit',
  'formats/proof',
  'craft',
  'accounts/proof',
  'notebook/proof-a',
  'circles/proof',
  'bridge/proof',
]

const worldly = [
  { what: 'names Date', code: 'export const x = () => new Date()', rule: 'no-restricted-globals' },
  {
    what: 'asks the clock',
    code: 'export const x = () => Date.now()',
    rule: 'no-restricted-globals',
  },
  { what: 'fetches', code: `export const x = () => fetch('/')`, rule: 'no-restricted-globals' },
  {
    what: 'rolls dice',
    code: 'export const x = () => Math.random()',
    rule: 'no-restricted-properties',
  },
]

const worldlyBreaks = zonesOfRules.flatMap((zone) =>
  worldly.map(({ what, code, rule }, at) =>
    lint(`${zone} ${what}`, `src/${zone}/lint-world-${at}.ts`, code, rule),
  ),
)

const store = `${rulesFile}/lint`

export const lintBreaks: readonly Break[] = [
  ...worldlyBreaks,
  lint(
    'a promise nobody waits for',
    `${store}-a.operations.ts`,
    `const save = async () => {}\nexport const x = () => { save() }`,
    'no-floating-promises',
  ),
  lint(
    'a promise where none is taken',
    `${store}-b.operations.ts`,
    `export const x = [1].forEach(async () => {})`,
    'no-misused-promises',
  ),
  lint('any', `${store}-c.ts`, `export const x = (y: any) => y`, 'no-explicit-any'),
  lint(
    'an unsafe as',
    `${store}-d.ts`,
    `export const x = (y: unknown) => y as string`,
    'no-unsafe-type-assertion',
  ),
  lint('a default export', `${store}-e.ts`, `export default 1`, 'no-default-export'),
  lint(
    'console in the product',
    `${store}-f.operations.ts`,
    `export const x = () => console.log('hi')`,
    'no-console',
  ),
  lint(
    'a silenced compiler',
    `${store}-g.ts`,
    `// @ts-ignore\nexport const x = fetch`,
    'ban-ts-comment',
  ),
  lint(
    'loose equality',
    `${store}-h.ts`,
    `export const x = (y: number, z: number) => y == z`,
    'eqeqeq',
  ),
  lint(
    'a union with a state forgotten',
    `${store}-i.ts`,
    `export function x(y: 'a' | 'b'): number {\n  switch (y) {\n    case 'a':\n      return 1\n  }\n  return 0\n}`,
    'switch-exhaustiveness-check',
  ),
  lint(
    'a file of 301 lines',
    `${store}-j.ts`,
    Array.from({ length: 301 }, (_, at) => `export const x${at} = ${at}`).join('\n'),
    'max-lines',
  ),
  lint(
    'five parameters',
    `${store}-k.ts`,
    `export const x = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e]`,
    'max-params',
  ),
  lint(
    'four levels deep',
    `${store}-l.ts`,
    `export function x(y: number): number {\n  if (y) { if (y > 1) { if (y > 2) { if (y > 3) { return 1 } } } }\n  return 0\n}`,
    'max-depth',
  ),
  lint(
    'thirteen ways through one function',
    `${store}-m.ts`,
    `export const x = (y: number) => ${Array.from({ length: 12 }, (_, at) => `y === ${at} ? ${at} :`).join(' ')} 12`,
    'complexity',
  ),
  lint(
    'two files that import each other',
    `${store}-n.operations.ts`,
    `import { y } from './lint-o.operations.ts'\nexport const x = () => y`,
    'no-cycle',
  ),
  lint(
    'two files that import each other, seen from the other',
    `${store}-o.operations.ts`,
    `import { x } from './lint-n.operations.ts'\nexport const y = () => x`,
    'no-cycle',
  ),
  lint(
    'a picture without words',
    'src/web/proof/lint-a.tsx',
    `export const X = () => <img src="a.png" />`,
    'alt-text',
  ),
  lint(
    'raw HTML on the page',
    'src/web/proof/lint-b.tsx',
    `export const X = () => <p dangerouslySetInnerHTML={{ __html: '' }} />`,
    'no-danger',
  ),
  lint(
    'a hook behind a condition',
    'src/web/proof/lint-c.tsx',
    `import { useState } from 'react'\nexport function X({ y }: { y: boolean }) {\n  if (y) useState(0)\n  return null\n}`,
    'rules-of-hooks',
  ),
  lint(
    'a test run alone',
    'test/proof-lint.test.ts',
    `import { test } from 'vitest'\ntest.only('x', () => {})`,
    'no-focused-tests',
  ),
]

export const unusedBreaks: readonly Break[] = [
  {
    what: 'an export nobody uses',
    file: 'src/kit/unused-a.ts',
    code: 'export const used = 1\nexport const forgotten = 2',
    watcher: 'unused',
    rule: 'exports',
  },
  {
    what: 'a file nobody needs',
    file: 'src/craft/unused-b.ts',
    code: 'export const forgotten = 1',
    watcher: 'unused',
    rule: 'files',
  },
]
