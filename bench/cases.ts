import { duplicatesCase } from './cases/duplicates.ts'
import { editorCase } from './cases/editor.ts'
import { firstLoadCase } from './cases/first-load.ts'
import { hearingCase } from './cases/hearing.ts'
import { importCase } from './cases/import.ts'
import { linkageCase } from './cases/linkage.ts'
import { searchCase } from './cases/search.ts'
import { startCase } from './cases/start.ts'
import { understandCase } from './cases/understand.ts'
import type { BenchCase } from './measure.ts'

export const cases: readonly BenchCase[] = [
  importCase,
  startCase,
  searchCase,
  understandCase,
  linkageCase,
  duplicatesCase,
  editorCase,
  firstLoadCase,
  hearingCase,
]
