/** What becomes of a file that another app shares. */
export type SharedKind = 'picture' | 'transcript' | 'contacts' | 'other'

const byEnding: readonly (readonly [RegExp, SharedKind])[] = [
  [/\.(jpe?g|png|webp|heic|heif|pdf)$/i, 'picture'],
  [/\.(vcf|vcard|csv)$/i, 'contacts'],
  [/\.(vtt|srt|sbv|txt|json)$/i, 'transcript'],
]
const byType: readonly (readonly [RegExp, SharedKind])[] = [
  [/^(image\/(jpeg|png|webp|heic|heif)|application\/pdf)$/, 'picture'],
  [/^text\/(x-)?(vcard|csv)$/, 'contacts'],
  [/^(text\/|application\/(json|x-subrip)$)/, 'transcript'],
]

/** By the ending, since phones call a file of captions anything; else by what the phone says it is. */
export function kindOfShared({
  name,
  mediaType,
}: {
  readonly name: string
  readonly mediaType: string
}): SharedKind {
  const type = (mediaType.split(';')[0] ?? '').trim().toLowerCase()
  const found =
    byEnding.find(([ending]) => ending.test(name)) ?? byType.find(([kind]) => kind.test(type))
  return found?.[1] ?? 'other'
}
