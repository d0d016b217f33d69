import type { SideView } from '../../craft/introductions/views.ts'
import { type Html, text } from '../../kit/html.ts'
import { linkPage } from '../links/link-page.ts'
import type { AnswerWords } from './answer-words.ts'

/** All that the page of a side shows; whatever is not in here is not on it. */
export interface AnswerView {
  /** The owner's name as they sign, empty where they gave none. */
  readonly owner: string
  readonly view: SideView
  /** The line about the other that names nobody. */
  readonly line: string
  /** The other's name, where this side may read it. */
  readonly other: string | null
  readonly reason: string
  readonly about: string
  readonly minutes: number
  /** Until when a yes counts. */
  readonly until: `${number}-${number}-${number}`
  /** Somebody just said no here; kept nowhere but in the address of this one view. */
  readonly saidNo: boolean
}

export function answerPage(shown: AnswerView, words: AnswerWords): Html {
  const owner = words.owner(shown.owner)
  const main = [
    `<h1>${text(words.title)}</h1>`,
    shown.saidNo ? `<p class="said" role="status">${text(words.didNo)}</p>` : '',
    ...bodyOf(shown, owner, words),
    `<p class="quiet foot">${text(words.foot)}</p>`,
  ]
  return linkPage(words.title, main.filter(Boolean).join('\n'))
}

function bodyOf(shown: AnswerView, owner: string, words: AnswerWords): Html[] {
  const { view, other } = shown
  if (view.is === 'waiting') return [paragraph(words.waiting(owner, view.until))]
  if (view.is === 'quiet') return [paragraph(words.quiet)]
  if (view.is === 'made') return [paragraph(words.made(other ?? ''))]
  return question(shown, owner, words)
}

function question(shown: AnswerView, owner: string, words: AnswerWords): Html[] {
  const { line, other, reason, about, minutes, until } = shown
  return [
    paragraph(words.asks(owner)),
    line === '' ? '' : `<p class="said">${text(line)}</p>`,
    paragraph(other === null ? words.unnamed : words.named(other)),
    about === '' ? '' : paragraph(words.about(about)),
    reason === '' ? '' : `<h3>${text(words.reason(owner))}</h3>\n${paragraph(reason)}`,
    paragraph(words.minutes(minutes)),
    `<form method="post" class="sheet" aria-labelledby="answer">
<h3 id="answer">${text(words.question)}</h3>
<p>${text(words.private(owner, until))}</p>
<button class="first" name="answer" value="yes">${text(words.yes)}</button>
<button name="answer" value="no">${text(words.no)}</button>
</form>`,
  ]
}

function paragraph(words: string): Html {
  return `<p>${text(words)}</p>`
}
