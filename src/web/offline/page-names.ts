/** Under which name a page is kept: the operation and its input, however its members are ordered. */
export function nameOfPage(operation: string, input: unknown): string {
  const given = Object.entries(asInput(input)).filter(([, value]) => value !== undefined)
  return `${operation} ${JSON.stringify(given.toSorted(([one], [other]) => (one < other ? -1 : 1)))}`
}

export function asInput(input: unknown): Readonly<Record<string, unknown>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every operation takes an object
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}
}
