import type { Person } from './shapes.ts'

/** Somebody for a test: nothing is known of Ana but what the test says. */
export function invented(about: Partial<Person>): Person {
  return {
    id: 'somebody',
    name: 'Ana Ruiz',
    line: '',
    names: [],
    roles: [],
    channels: [],
    places: [],
    dates: [],
    labels: [],
    fields: [],
    meeting: { day: null, place: null, through: null, throughName: null, words: null },
    words: '',
    consent: { notes: 'not-asked', naming: 'not-asked', sharing: 'not-asked', on: null },
    binnedOn: null,
    exchanges: 0,
    lastExchange: null,
    ...about,
  }
}
