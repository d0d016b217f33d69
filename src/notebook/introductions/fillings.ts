import { otherSide, type Party, type Side } from '../../craft/introductions/introduction.ts'
import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { Fillings } from '../../craft/letters/fill.ts'
import { addressOf } from '../letters/letter.ts'
import { nameOf, type Person } from '../people/person.ts'
import type { Settings } from '../settings/settings.ts'
import type { Introduction } from './introduction.ts'

/** All that a letter of an introduction is made of. */
export interface IntroductionGround {
  readonly introduction: Introduction
  readonly people: Readonly<Record<Party, Person | null>>
  readonly settings: Settings
}

/**
 * What the notebook knows of the slots. A letter that asks a side knows nothing of the other but the one line that
 * names nobody, whatever else is written down.
 */
export function introductionFillings(
  ground: IntroductionGround,
  template: TemplateCode,
  to: Party,
): Fillings {
  const { introduction, settings } = ground
  const side: Side = to === 'connector' ? 'target' : to
  const { lines, reasons, about, question, minutes, both } = introduction
  const asked = template === 'opt-in' ? { 'requester-line': lines[otherSide(side)] } : {}
  const linked =
    template === 'link'
      ? { 'requester-line': lines.requester, 'target-line': lines.target, both }
      : {}
  return known({
    to: addressed(ground, to),
    from: settings.name,
    reach: settings.reach,
    me: introduction.me === 'requester' ? settings.about || lines.requester : lines.requester,
    field: about,
    question,
    minutes: String(minutes),
    hope: question,
    'why-them': template === 'opt-in' ? reasons[side] : reasons.requester,
    worth: reasons.target,
    ...asked,
    ...linked,
    ...(template === 'opt-in' ? {} : names(ground)),
  })
}

function known(all: Readonly<Record<string, string>>): Fillings {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, text]) => {
      const words = text.trim().replace(/[.。]+$/u, '')
      return words === '' ? [] : [[name, { text: words }]]
    }),
  )
}

function addressed({ people }: IntroductionGround, to: Party): string {
  const person = people[to]
  return person ? addressOf(person) : ''
}

function names(ground: IntroductionGround): Readonly<Record<string, string>> {
  const { me } = ground.introduction
  const other = me === 'target' ? 'requester' : 'target'
  return {
    requester: called(ground, 'requester'),
    target: called(ground, me === 'connector' ? 'target' : other),
    whom: called(ground, 'target'),
    connector: called(ground, 'connector'),
  }
}

/** As a letter about them calls them; the owner by the name they sign with. */
function called({ introduction, people, settings }: IntroductionGround, party: Party): string {
  if (party === introduction.me) return settings.name
  const person = people[party]
  return person ? nameOf(person) : ''
}
