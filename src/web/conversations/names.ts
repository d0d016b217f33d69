/** "Ruth Adeyemi, Samir Haddad and Ana Ruiz", as the language joins them. */
export function namesInWords(
  names: readonly { readonly name: string }[],
  { locale }: { readonly locale: string },
): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names.map(({ name }) => name))
}

/** How one speaks of somebody on a page about them: "Ruth". */
export function firstNameOf(name: string): string {
  const [first = name] = name.trim().split(/\s+/u)
  return first
}
