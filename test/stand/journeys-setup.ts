import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { bringChromium } from './chromium.ts'
import { packagedNode, root } from './server.ts'

/** Before the journeys: a browser, and the web app as the sources are now. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls what is exported so
export default function setup(): void {
  bringChromium()
  execFileSync(packagedNode, [join(root, 'setup.mjs'), 'build'], { stdio: 'inherit' })
}
