const longest = 300

/** What the server says in the morning, as it is shown; a message that is not understood says only that there is one. */
export function morningIn(text: string): { readonly title: string; readonly body: string } {
  return { title: 'Sobremesa', body: wordsIn(text).slice(0, longest) }
}

function wordsIn(text: string): string {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null || !('words' in message)) return ''
    return typeof message.words === 'string' ? message.words : ''
  } catch {
    return ''
  }
}
