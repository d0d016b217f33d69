import { expect, test } from 'vitest'
import { queueDeedOf } from './queue-keys.ts'

const pressed = (key: string, more: Partial<Parameters<typeof queueDeedOf>[0]> = {}) =>
  queueDeedOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    ...more,
  })

test('one key answers, small or large', () => {
  expect(['m', 'M', 'n', 's', 'ArrowRight', 'u'].map((key) => pressed(key))).toEqual([
    'same',
    'same',
    'distinct',
    'later',
    'later',
    'undo',
  ])
  expect(['x', 'Enter', 'ArrowLeft', '?'].map((key) => pressed(key))).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('a key held down answers once, and one of the browser or of a writing system never', () => {
  expect(pressed('m', { repeat: true })).toBeNull()
  expect(pressed('n', { ctrlKey: true })).toBeNull()
  expect(pressed('s', { metaKey: true })).toBeNull()
  expect(pressed('m', { isComposing: true })).toBeNull()
})
