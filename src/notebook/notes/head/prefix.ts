/** What stands before a name, or describes somebody without one. */
export interface Prefix {
  readonly from: number
  readonly next: number
  readonly isTitled: boolean
  readonly isRelated: boolean
  readonly hasArticle: boolean
  readonly isSomeone: boolean
  readonly isSeveral: boolean
  readonly trade: { readonly from: number; readonly end: number } | null
}
