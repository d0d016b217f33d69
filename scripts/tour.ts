/**
 * The pictures of the pages, `npm run tour`: a fresh home with the fictional life, a real server whose
 * clock stands on Thursday 12 March, a real browser. Made again, they are the same but for a few pixels.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { bringChromium, chromiumFlags } from '../test/stand/chromium.ts'
import { clockAt } from '../test/stand/clock.ts'
import {
  command,
  packagedNode,
  root,
  type RunningServer,
  startServer,
} from '../test/stand/server.ts'
import { temporaryFolder } from '../test/stand/temporary.ts'
import { lighterPicture } from './lighter-picture.ts'

const pictures = join(root, 'docs/pictures')
const zone = 'Europe/Madrid'
const afternoon = '2026-03-12T14:40:00+01:00'
const duringTheTalk = '2026-03-12T16:00:00+01:00'
const minutesIntoTheTalk = '2026-03-12T16:12:00+01:00'

/** What Ruth said, as far as it is written down in the twelfth minute. */
const notes = `They ask me nothing about degrees on the first day
" I give them a torn letter and watch their hands for an hour. /entry
= Two trainees a year, chosen in May from about sixty letters /entry
! Mend fifty flea-market books. Keep the worst one and bring it /skills
laughs about the light meters
" Half my week is meters and forms, and I would not swap the other half. /work
? Would the panel see my teaching years as age or as patience?
+ Marguerite Laurent, bookbinder, left for private practice
$ Weekend course in June, places go by word of mouth
> read her solvents handout by Sunday
< she asks whether I may watch a mending morning
% the director leaves in autumn
! ask to see the portfolio of the one they turned down
`

/** An older address book, in which two of them stand once more. */
const oldPhone = `BEGIN:VCARD
VERSION:3.0
FN:Tomek Wilk
N:Wilk;Tomek;;;
ORG:Museum on the Island
TITLE:Registrar
EMAIL;TYPE=HOME:tomasz@framing.example
TEL;TYPE=CELL:+48 601 222 333
BDAY:1979-06-24
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Hana Kovacova
N:Kovacova;Hana;;;
ORG:Castle Collections
TITLE:Textile conservator
END:VCARD
`

interface Shot {
  readonly name: string
  readonly path: string
  readonly device: 'desktop' | 'phone'
  readonly scheme?: 'dark'
  /** The time on the browser's clock, if it is not the afternoon. */
  readonly at?: string
}

const devices = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const

/** Takes pictures of one home, each in a browser of its own that is let in by its own address. */
class Camera {
  readonly #browser: Browser
  readonly #home: Home
  readonly #server: RunningServer

  constructor(browser: Browser, home: Home, server: RunningServer) {
    this.#browser = browser
    this.#home = home
    this.#server = server
  }

  async take({ name, path, device, scheme, at = afternoon }: Shot): Promise<void> {
    const context = await this.#browser.newContext({
      ...devices[device],
      baseURL: this.#server.origin,
      locale: 'en-GB',
      timezoneId: zone,
      colorScheme: scheme ?? 'light',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.clock.setFixedTime(at)
    await page.goto(`/?token=${this.#home.ask(['access', 'invite']).token}`)
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.waitForLoadState('networkidle')
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    writeFileSync(join(pictures, `${name}.png`), lighterPicture(picture))
    await context.close()
    process.stdout.write(`docs/pictures/${name}.png\n`)
  }
}

/** What `JSON.parse` gives. */
type Answer = ReturnType<typeof JSON.parse>

/** A home and the command on it, whose clock begins at `start`. */
class Home {
  readonly path: string
  env: Readonly<Record<string, string>>

  constructor(path: string, start: string) {
    this.path = path
    this.env = clockAt(start)
  }

  /** What a command on this home prints, with `text` on its stdin. */
  ask(words: readonly string[], input = ''): Answer {
    const all = [command, ...words, '--home', this.path, '--zone', zone, '--json']
    const env = { ...process.env, ...this.env, TZ: zone }
    return JSON.parse(
      execFileSync(packagedNode, all, { env, input, encoding: 'utf8', stdio: 'pipe' }),
    )
  }

  async serve(work: (server: RunningServer) => Promise<void>): Promise<void> {
    const server = await startServer({ home: this.path, env: { ...this.env, TZ: zone } })
    try {
      await work(server)
    } finally {
      await server.stop()
    }
  }
}

async function takeAll(browser: Browser): Promise<void> {
  using folder = temporaryFolder('tour')
  const home = new Home(folder.path, afternoon)
  const personCalled = (name: string) => home.ask(['people', 'find', name]).people[0].id
  const talkWith = (name: string) =>
    home.ask(['conversations', 'list', '--person', personCalled(name)]).conversations[0].id

  home.ask(['settings', 'change', '--zone', zone])
  await home.serve((server) =>
    new Camera(browser, home, server).take({
      name: 'first-run-desktop',
      path: '/',
      device: 'desktop',
    }),
  )

  home.ask(['sample', 'load'])
  const withRuth = talkWith('Ruth Adeyemi')
  const conservation = `/fields/${home.ask(['fields', 'show', 'Conservation science']).id}`
  await home.serve(async (server) => {
    const camera = new Camera(browser, home, server)
    const shots: Shot[] = [
      { name: 'today-desktop', path: '/', device: 'desktop' },
      { name: 'today-desktop-dark', path: '/', device: 'desktop', scheme: 'dark' },
      { name: 'today-phone', path: '/', device: 'phone' },
      { name: 'people-desktop', path: `/people/${personCalled('Tomasz Wilk')}`, device: 'desktop' },
      { name: 'person-phone', path: `/people/${personCalled('Tomasz Wilk')}`, device: 'phone' },
      { name: 'before-desktop', path: `/conversations/${withRuth}/before`, device: 'desktop' },
      {
        name: 'after-desktop',
        path: `/conversations/${talkWith('Tomasz Wilk')}/after`,
        device: 'desktop',
      },
      { name: 'field-desktop', path: conservation, device: 'desktop' },
      { name: 'field-phone', path: conservation, device: 'phone' },
    ]
    for (const shot of shots) await camera.take(shot)
  })

  home.env = clockAt(duringTheTalk)
  home.ask(['conversations', 'step', withRuth, 'started'])
  home.ask(['notes', 'save', 'conversation', withRuth, '-'], notes)
  await home.serve(async (server) => {
    const camera = new Camera(browser, home, server)
    const talk = { path: `/conversations/${withRuth}/during`, at: minutesIntoTheTalk } as const
    await camera.take({ name: 'during-desktop', device: 'desktop', ...talk })
    await camera.take({ name: 'during-phone-dark', device: 'phone', scheme: 'dark', ...talk })
  })

  home.env = clockAt(afternoon)
  const file = join(home.path, 'old phone.vcf')
  writeFileSync(file, oldPhone)
  home.ask(['contacts', 'import', file])
  home.ask(['contacts', 'duplicates'])
  await home.serve((server) =>
    new Camera(browser, home, server).take({
      name: 'twice-desktop',
      path: '/twice',
      device: 'desktop',
    }),
  )
}

mkdirSync(pictures, { recursive: true })
execFileSync(packagedNode, [join(root, 'setup.mjs'), 'build'], { stdio: 'inherit' })
const browser = await chromium.launch({ executablePath: bringChromium(), args: [...chromiumFlags] })
try {
  await takeAll(browser)
} finally {
  await browser.close()
}
