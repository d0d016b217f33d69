declare const kind: unique symbol

/** A string that names one thing of one kind; a field's id never fits where a person's is asked for. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type OwnerId = Id<'owner'>
export type AccountId = Id<'account'>
export type PersonId = Id<'person'>
export type OrganisationId = Id<'organisation'>
export type FieldId = Id<'field'>
export type ConversationId = Id<'conversation'>
export type StepId = Id<'step'>
export type NoteId = Id<'note'>
export type LineId = Id<'line'>
export type CardId = Id<'card'>
export type ImportId = Id<'import'>
export type BondId = Id<'bond'>
export type ExchangeId = Id<'exchange'>
export type TombstoneId = Id<'tombstone'>
export type MappingId = Id<'mapping'>
export type TranscriptId = Id<'transcript'>
export type AttachmentId = Id<'attachment'>
export type TemplateId = Id<'template'>
export type LinkId = Id<'link'>
export type IntroductionId = Id<'introduction'>
export type JobId = Id<'job'>

/** The one place where text becomes an id; contracts call it at the door. */
export function id<Kind extends string>(_kind: Kind, text: string): Id<Kind> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand exists only in types
  return text as Id<Kind>
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Any UUID is taken; the ones we make are of version 7. */
export function isId(text: string): boolean {
  return idPattern.test(text)
}

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then chance, so that ids sort by the time
 * they were made. `random` gives 10 bytes; the caller brings the clock and the dice.
 */
export function uuidv7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  let rest = milliseconds
  for (let at = 5; at >= 0; at--) {
    bytes[at] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
