import { Fragment, type ReactNode } from 'react'

/** An address that, where it must, breaks after its @ and dots rather than inside a word. */
export function Breakable({ children }: { readonly children: string }): ReactNode {
  const pieces = children.split(/(?<=[@./_-])(?=\w)/)
  return pieces.map((piece, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- pieces of one text, in its order
    <Fragment key={at}>
      {at === 0 ? null : <wbr />}
      {piece}
    </Fragment>
  ))
}
