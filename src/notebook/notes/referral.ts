import { contactsIn, withoutContacts } from './contact-words.ts'
import { nameAt, nobodyKnown, spaced } from './names.ts'
import { isRoleWord, type Standing, standingOf } from './role-words.ts'
import { titled } from './titled.ts'

/** Somebody to meet, from the words after `+`. */
export interface Referral {
  /** Null when the person is only described: "her colleague at the museum". */
  readonly name: string | null
  readonly described: string | null
  readonly role: string | null
  readonly organisation: string | null
  readonly mail: string | null
  readonly phone: string | null
  readonly link: string | null
  /** What was said about them beside that. */
  readonly words: string | null
}

/**
 * "Name, role, organisation, mail" in any order after the name:
 * 1. Mail, phone and link are taken out wherever they stand.
 * 2. Commas, semicolons, bars, brackets and dashes with spaces cut the rest into clauses.
 * 3. The first clause is the name, with the organisation behind "at", "de", "chez", "bei", "na" if there is one;
 *    a clause that begins with a small word ("her", "una", "der") describes somebody without a name.
 * 4. Of the others, the first short one that reads as a role or a house is that; quoted or long ones are words.
 */
export function readReferral(words: string): Referral {
  const contacts = contactsIn(words)
  const { mail, phone, link } = contacts
  const [first = '', ...others] = clausesOf(withoutContacts(words, contacts))
  const { name, described, behind } = nameOrDescription(first)
  let standing: Standing = behind === '' ? { role: null, organisation: null } : standingOf(behind)
  const left: string[] = []
  for (const clause of others) {
    const more = standingIn(clause, standing)
    if (more) standing = more
    else left.push(clause)
  }
  return {
    name,
    described,
    ...standing,
    mail,
    phone,
    link,
    words: left.length > 0 ? left.join(', ') : null,
  }
}

function clausesOf(words: string): string[] {
  return words
    .split(/[,;|•·，、；()[\]（）]|\s[–—-]+\s|:\s/u)
    .map((clause) =>
      clause
        .trim()
        .replace(/^[.:]+|[.:]+$/g, '')
        .trim(),
    )
    .filter((clause) => clause !== '')
}

/** What a clause adds to what is known already; null when it is neither a role nor a house. */
function standingIn(clause: string, known: Standing): Standing | null {
  if (/^["“„«‚‘']/u.test(clause) || clause.split(/\s+/u).length > 7) return null
  const found = standingOf(clause)
  const role = known.role ?? found.role
  const organisation = known.organisation ?? found.organisation
  const isNew = role !== known.role || organisation !== known.organisation
  return isNew && isPlausible(clause, found) ? { role, organisation } : null
}

function isPlausible(clause: string, found: Standing): boolean {
  if (found.organisation !== null) return true
  const words = clause.split(/\s+/u)
  return words.some(isRoleWord) || words.length <= 2
}

const describing =
  /^(?:an?|the|my|our|his|her|their|some(?:one|body)?|una?|mi|el|la|los|las|su|nuestr[oa]|alguien|une|mon|ma|le|son|sa|notre|leur|quelqu['’]un|eine?[nmr]?|meine?[nmr]?|der|die|dem|den|unsere?[nmr]?|seine?[nmr]?|ihre?[nmr]?|jemand(?:en)?|uma?|o|a|meu|minha|seu|nosso|nossa|alguém)\s/iu

function nameOrDescription(clause: string): {
  name: string | null
  described: string | null
  behind: string
} {
  if (describing.test(`${clause} `) && !/^(?:la|el|le|o|a)\s+\p{Lu}/u.test(clause))
    return onlyDescribed(clause)
  const start = clause.search(/[\p{Lu}\p{Lt}]/u)
  const startsLow = /^\p{Ll}/u.test(clause)
  if (
    startsLow &&
    start > 0 &&
    !/^(?:de|van|von|da|di|del|el|al|bin|la|le|dos|ter)\s/u.test(clause)
  ) {
    const found = nameAt(clause, { start, end: clause.length }, nobodyKnown)
    return found
      ? { name: found.name, described: null, behind: clause.slice(found.end).trim() }
      : onlyDescribed(clause)
  }
  return plainName(clause)
}

function onlyDescribed(clause: string): { name: null; described: string | null; behind: string } {
  const at = /\s(?:at|from|chez|bei|beim)\s/iu.exec(clause)
  return { name: null, described: clause || null, behind: at ? clause.slice(at.index).trim() : '' }
}

/** "de" and "da" are part of most names that hold them; only a house in capitals ("de IBM") ends one. */
const nameEnds =
  /\s(?:at|@|from|de chez|chez|bei|beim|who|whom|about|en|na|no|em|in|on|for|with|que|qui|that)\s|\s(?:de|del|von|da|do|du)\s+(?=\p{Lu}{2})/u

function plainName(clause: string): { name: string | null; described: null; behind: string } {
  const ends = nameEnds.exec(clause)
  const words = (ends ? clause.slice(0, ends.index) : clause).split(/\s+/u)
  const role = words.findIndex((word, index) => index > 0 && isRoleWord(word))
  const count = role > 0 ? role : words.length
  const name = titled(spaced(words.slice(0, Math.min(count, 6)).join(' ')))
  const behind = `${words.slice(count).join(' ')} ${ends ? clause.slice(ends.index) : ''}`.trim()
  return { name: name === '' ? null : name, described: null, behind }
}
