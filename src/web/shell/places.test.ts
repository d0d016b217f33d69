import { expect, test } from 'vitest'
import { isIn, places } from './places.ts'

function placesOf(path: string): string[] {
  return places.filter((place) => isIn(place, path)).map(({ to }) => to)
}

test('every page lights up one place, or none that is not its own', () => {
  expect(placesOf('/')).toEqual(['/'])
  expect(placesOf('/people/01a')).toEqual(['/people'])
  expect(placesOf('/bring-in')).toEqual(['/people'])
  expect(placesOf('/bring-in/before')).toEqual(['/people'])
  expect(placesOf('/twice/01a/01b')).toEqual(['/people'])
  expect(placesOf('/twicefold')).toEqual([])
  expect(placesOf('/conversations/01a/during')).toEqual(['/conversations'])
})
