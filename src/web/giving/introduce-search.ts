/** Who is named by the address at which an introduction begins, and where it came up. */
interface IntroduceSearch {
  readonly person?: string
  readonly through?: string
  readonly conversation?: string
}

export function introduceSearch(asked: Record<string, unknown>): IntroduceSearch {
  return { ...text(asked, 'person'), ...text(asked, 'through'), ...text(asked, 'conversation') }
}

function text<Name extends string>(
  asked: Record<string, unknown>,
  name: Name,
): { readonly [One in Name]?: string } {
  const said = asked[name]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one member that the type names
  return (typeof said === 'string' ? { [name]: said } : {}) as { readonly [One in Name]?: string }
}
