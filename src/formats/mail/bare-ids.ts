/** More than any thread of letters between two people. */
const most = 100

/** The Message-IDs in a field, in their order, without their angle brackets. */
export function bareIds(field: string): string[] {
  return [...field.slice(0, 20_000).matchAll(/<([^<>\s]{1,500})>/gu)]
    .map(([, id = '']) => id)
    .slice(-most)
}
