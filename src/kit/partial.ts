/** The values that were given; what was left out stays out. For merging an edit into what was there. */
export function given<T extends object>(
  partial: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is undefined was just taken out
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
