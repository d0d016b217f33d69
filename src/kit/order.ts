/** Which text comes first, sign by sign in UTF-16, as no language's alphabet changes it: for days, codes and ids. */
export function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
