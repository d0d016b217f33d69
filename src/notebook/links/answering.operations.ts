import type { SentFile } from '../../kit/contract.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import type { Link } from './link.ts'

/** What was asked of a page: the words of its address, or of a form on it. */
export type AskedThere = URLSearchParams

/** What the other side gets to see. `leads-on` is told after something was done: the page again, with a word about it. */
export type Shown =
  | { readonly is: 'page'; readonly html: string }
  | { readonly is: 'file'; readonly file: SentFile }
  | { readonly is: 'leads-on'; readonly words: URLSearchParams }

/**
 * How the links of one purpose are answered, inside the notebook they lead to. Null where what they lead to is there no
 * more. `look` changes nothing, whoever opens the address: programs that show previews of links open them too.
 */
export interface LinkPage {
  /** What a form writes, as the log calls it; null where it writes nothing, or is no form of this page. */
  readonly deedOf: (form: AskedThere) => `links.${string}` | null
  readonly look: (ctx: Reading, link: Link, asked: AskedThere) => Promise<Shown | null>
  /** What a form that writes nothing is answered; left out where each form writes, null where it is none. */
  readonly hear?: (ctx: Reading, link: Link, asked: AskedThere) => Promise<Shown | null>
  readonly act: (ctx: Writing, link: Link, asked: AskedThere) => Promise<Shown | null>
}
