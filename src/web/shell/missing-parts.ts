import { t } from '../words/words.ts'
import { noteFailure } from './connection.ts'
import { Refusal } from './refusal.ts'
import { client } from './server.ts'

/** A page's own files did not come. Only a window that is opened anew can ask for them again. */
const partMissing = 'part.missing'

export function isPartMissing(error: unknown): boolean {
  return error instanceof Refusal && error.code === partMissing
}

/**
 * A page's own files come when it is first opened. Where they do not, the server is away, or knows this browser no
 * more, and the shell says so; or it has a newer app by now. Nothing is opened anew behind the person's back: what fails
 * here is said on the page, which has the way on. (The router would load a page again by itself, were it told that a
 * module is missing.)
 */
export async function bringPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch {
    throw new Refusal(t('trouble.partMissing'), {
      code: partMissing,
      mend: t('trouble.partMissingMend'),
    })
  }
}

/** Asks the server how we stand with it, where a part did not come. */
export function mindMissingParts(): void {
  window.addEventListener('vite:preloadError', () => {
    client.settings.show({}).catch(noteFailure)
  })
}
