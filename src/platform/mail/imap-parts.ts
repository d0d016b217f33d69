import type { MessageStructureObject } from 'imapflow'

interface ReportPart {
  /** By which the server gives it: `2`, or `3.HEADER` for the head of a letter that came back. */
  readonly key: string
  readonly mimeType: string
}

/**
 * The parts of a delivery report (RFC 3464) that say what became of which letter: the status, and the head of the
 * letter. None where a message is no such report; the words in it are not asked for.
 */
export function reportParts(structure: MessageStructureObject): ReportPart[] {
  if (structure.type !== 'multipart/report') return []
  const parts = (structure.childNodes ?? []).slice(0, 10).flatMap(({ type, part }) => {
    if (part === undefined) return []
    if (type === 'message/delivery-status' || type === 'text/rfc822-headers') {
      return [{ key: part, mimeType: type }]
    }
    return type === 'message/rfc822' ? [{ key: `${part}.HEADER`, mimeType: type }] : []
  })
  return parts.some(({ mimeType }) => mimeType === 'message/delivery-status') ? parts : []
}
