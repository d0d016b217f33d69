/**
 * A cursor says nothing to anybody but us: the last row's order key and id. It stands apart from the shapes, which bring
 * zod along: the first screen reads lists without them.
 */
export function cursorOf(...parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('~')
}

export function fromCursor(cursor: string | undefined): string[] | null {
  if (!cursor) return null
  try {
    return cursor.split('~').map(decodeURIComponent)
  } catch {
    return null
  }
}
