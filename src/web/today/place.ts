interface Question {
  readonly id: string
  readonly text: string
  readonly starred: boolean
  readonly asked: boolean
}

interface Brief {
  readonly minutes: readonly { readonly questions: readonly Question[] }[]
  readonly link: string | null
  readonly who: readonly { readonly met: string }[]
}

/** As many as one can hold in the head: those one does not want to leave without, then the first of the rest. */
export function questionsToHold(brief: Brief, most = 3): readonly Question[] {
  const open = brief.minutes.flatMap(({ questions }) => questions).filter(({ asked }) => !asked)
  const starred = open.filter((question) => question.starred)
  const others = open.filter((question) => !question.starred)
  return [...starred, ...others].slice(0, most)
}

/** What links you to them; while that is not written down, how you met. */
export function linkOf({ link, who }: Brief): string {
  return link?.trim() || (who[0]?.met ?? '')
}
