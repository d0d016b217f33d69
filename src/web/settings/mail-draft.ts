import {
  isMailAddress,
  type MailAccount,
  usualMinutes,
  usualPorts,
} from '../../notebook/mail/account.ts'
import { type DoorDraft, doorDraftOf, doorInputOf, emptyDoor, isDoorWhole } from './door-draft.ts'

/** The form of the account by which letters go. */
export interface MailDraft extends DoorDraft {
  readonly name: string
  readonly address: string
  readonly minutes: string
}

export function draftOf(account: MailAccount | null, name: string): MailDraft {
  if (account === null) {
    return { ...emptyDoor(usualPorts), name, address: '', minutes: String(usualMinutes) }
  }
  const { address, minutes } = account
  return { ...doorDraftOf(account), name: account.name, address, minutes: String(minutes) }
}

export function isMinutes(text: string): boolean {
  return /^\d{1,2}$/u.test(text.trim()) && Number(text) <= 30
}

export function isWhole(draft: MailDraft): boolean {
  return isDoorWhole(draft) && isMinutes(draft.minutes) && isMailAddress(draft.address.trim())
}

/** The input of `mail.set`. */
export function inputOf(draft: MailDraft) {
  const { name, address, minutes } = draft
  return {
    ...doorInputOf(draft),
    name: name.trim(),
    address: address.trim(),
    minutes: Number(minutes),
  }
}
