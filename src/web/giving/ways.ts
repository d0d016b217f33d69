/** How an introduction begins, as the owner would say it. */
export const ways = ['idea', 'asked', 'through', 'target'] as const
export type Way = (typeof ways)[number]

interface Parts {
  readonly shape: 'idea' | 'asked'
  readonly me: 'connector' | 'requester' | 'target'
  readonly connector?: string
  readonly requester?: string
  readonly target?: string
}

/** The two who were named, in their parts: in the order in which the page asks for them. */
export function partsOf(way: Way, one: string, other: string): Parts {
  return parts[way](one, other)
}

const parts: Readonly<Record<Way, (one: string, other: string) => Parts>> = {
  idea: (requester, target) => ({ shape: 'idea', me: 'connector', requester, target }),
  asked: (requester, target) => ({ shape: 'asked', me: 'connector', requester, target }),
  through: (connector, target) => ({ shape: 'asked', me: 'requester', connector, target }),
  target: (connector, requester) => ({ shape: 'asked', me: 'target', connector, requester }),
}
