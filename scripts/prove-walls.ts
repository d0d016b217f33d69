import { everyBreak, proveWalls, saidOf } from '../test/walls/prove.ts'

/** Breaks each wall on purpose, in a copy of the tree, and prints who noticed. Fails when nobody did. */
const proof = await proveWalls()
const watchers = ['walls', 'types', 'lint', 'unused'] as const
let missed = 0

console.log('| Break | Noticed by | Walls | Compiler | Lint | Unused |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const { what, file, saidOf: place, watcher, rule } of everyBreak) {
  const said = watchers.map((each) =>
    saidOf(proof, each === watcher ? (place ?? file) : file, each),
  )
  const seen = said[watchers.indexOf(watcher)]?.includes(rule)
  if (!seen) missed += 1
  const cells = said.map((rules) => rules.join(', ') || '–')
  console.log(`| ${what} | ${seen ? rule : '**nobody**'} | ${cells.join(' | ')} |`)
}
console.log(
  `\n${everyBreak.length} breaks, ${missed} unnoticed; ${proof.looked} files of the product looked at.`,
)
process.exitCode = missed === 0 ? 0 : 1
