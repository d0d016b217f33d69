import {
  type HearingAccount,
  type MailAccount,
  usualFolder,
  usualHearingPorts,
} from '../../notebook/mail/account.ts'
import { type DoorDraft, doorDraftOf, doorInputOf, emptyDoor, isDoorWhole } from './door-draft.ts'

/** The form of the mailbox in which answers are heard. */
export interface HearingDraft extends DoorDraft {
  readonly folder: string
}

/** As it is kept; else with the name that letters go by, which is mostly the one that answers come to. */
export function hearingDraftOf(
  account: HearingAccount | null,
  sending: MailAccount | null,
): HearingDraft {
  if (account !== null) return { ...doorDraftOf(account), folder: account.folder }
  const empty = { ...emptyDoor(usualHearingPorts), folder: usualFolder }
  if (sending === null) return empty
  const { user, way, clientId, tokenUrl } = doorDraftOf(sending)
  return { ...empty, user, way, clientId, tokenUrl }
}

export function isHearingWhole(draft: HearingDraft): boolean {
  return isDoorWhole(draft) && draft.folder.trim() !== ''
}

/** The input of `mail.hear`. */
export function hearingInputOf(draft: HearingDraft) {
  return { ...doorInputOf(draft), folder: draft.folder.trim() }
}
