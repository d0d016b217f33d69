import { bytesOf } from './body.ts'
import { plainPage } from './page.ts'

/** Where a phone hands over what another app shares. */
export const sharePath = '/share'

/** In bytes: after so many a phone that goes on sending is not listened to. */
const most = 200_000_000

/**
 * The app that a phone keeps takes it by itself, before anything leaves the phone. This answers where there is no such app
 * yet, whoever asks: what came is passed over unread, and kept nowhere.
 */
export async function answerShare(request: Request): Promise<Response> {
  let size = 0
  for await (const piece of bytesOf(request)) {
    size += piece.length
    if (size > most) break
  }
  const { body, ...init } = plainPage(200, 'Open Sobremesa once more', { main })
  return new Response(body, init)
}

const main = `<h1>Open Sobremesa once more</h1>
<p>It takes what other apps share as soon as this phone keeps it, in its newest version. Nothing of what was shared now was kept.</p>
<p><a href="/">Open Sobremesa</a>, take up the newer version if it offers one, and share it again.</p>`
