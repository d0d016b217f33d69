/** Of all the time somebody types, handing the text over may take one part in so many. */
const share = 25
/** What takes less than this is done at every key. */
const noticed = 2

export interface HandOver {
  /** Something was typed: it is handed over now, or soon where that takes long. */
  readonly typed: () => void
  /** Hands over what waits, at once. */
  readonly now: () => void
}

interface World {
  readonly now: () => number
  /** Calls back after so many milliseconds; gives the way to call it off. */
  readonly later: (milliseconds: number, deed: () => void) => () => void
}

const browser: World = {
  now: () => performance.now(),
  later(milliseconds, deed) {
    const timer = setTimeout(deed, milliseconds)
    return () => clearTimeout(timer)
  },
}

/**
 * Hands a text over at every key. To read out, seal and keep a note of thousands of lines takes longer than a key may;
 * such a note is handed over so seldom that a key seldom meets it, and whenever the page asks for it.
 */
export function handingOver(give: () => void, world: World = browser): HandOver {
  let cost = 0
  let ended = Number.NEGATIVE_INFINITY
  let callOff: (() => void) | null = null
  let waits = false

  function hand(): void {
    callOff?.()
    callOff = null
    waits = false
    const began = world.now()
    give()
    ended = world.now()
    cost = ended - began
  }

  return {
    typed() {
      waits = true
      const due = cost < noticed ? 0 : ended + cost * share - world.now()
      if (due <= 0) hand()
      else callOff ??= world.later(due, hand)
    },
    now() {
      if (waits) hand()
    },
  }
}
