import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { newPerson } from '../people/edit.ts'
import type { Channel, Name, Person } from '../people/person.ts'
import { identifiersOf } from './identifiers.ts'

const dialled = (phone: string) => [phone.replace(/\D/g, '')]

function somebody(
  names: Partial<Record<Name['part'], string>>,
  channels: readonly [Channel['kind'], string][],
): Person {
  return {
    ...newPerson(id('person', 'x')),
    names: Object.entries(names).map(([part, text]) => ({
      part: part as Name['part'],
      text,
      sources: [],
    })),
    channels: channels.map(([kind, value]) => ({
      kind,
      value,
      label: null,
      preferred: false,
      sources: [],
    })),
  }
}

/** Whether a record that comes is taken for who was forgotten. */
function isTakenFor(gone: Person, coming: Person): boolean {
  const kept = new Set(identifiersOf({ person: gone, cards: [] }, 'forgotten', dialled))
  return identifiersOf({ person: coming, cards: [] }, 'coming', dialled).some((key) =>
    kept.has(key),
  )
}

const ruth = somebody({ given: 'Ruth', family: 'Adeyemi' }, [
  ['mail', 'ruth.adeyemi@mail.example'],
  ['mail', 'info@archive.example'],
  ['phone', '600111222'],
  ['link', 'https://www.linkedin.com/in/ruth-adeyemi/'],
  ['link', 'https://archive.example'],
])

test.each<[string, Person]>([
  [
    'her mail under another name',
    somebody({ full: 'R. A.' }, [['mail', 'Ruth.Adeyemi+x@mail.example']]),
  ],
  ['her page', somebody({ full: 'Somebody' }, [['link', 'linkedin.com/in/ruth-adeyemi']])],
  ['her phone with her name', somebody({ full: 'Ruth' }, [['phone', '600 111 222']])],
  ['her phone with her initial', somebody({ full: 'R. Adeyemi' }, [['phone', '600 111 222']])],
  ['her phone and no name', somebody({}, [['phone', '600111222']])],
  [
    'the mail of her office with her name',
    somebody({ full: 'Ruth' }, [['mail', 'info@archive.example']]),
  ],
])('%s is taken for her', (_, coming) => {
  expect(isTakenFor(ruth, coming)).toBe(true)
})

test.each<[string, Person]>([
  [
    'her name alone',
    somebody({ given: 'Ruth', family: 'Adeyemi' }, [['mail', 'other@mail.example']]),
  ],
  [
    'her phone with another name',
    somebody({ given: 'Robert', family: 'Adeyemi' }, [['phone', '600111222']]),
  ],
  [
    'the mail of her office with another name',
    somebody({ full: 'Bo Ek' }, [['mail', 'info@archive.example']]),
  ],
  ['the page of her house', somebody({ full: 'Bo Ek' }, [['link', 'https://archive.example']])],
])('%s is somebody else', (_, coming) => {
  expect(isTakenFor(ruth, coming)).toBe(false)
})
