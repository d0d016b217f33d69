import { expect, test } from 'vitest'
import { createNews } from './news.ts'

test('the first that is heard is no news, the same again neither, and another write is', () => {
  const news = createNews()
  expect(news.isNews({ mark: '1 a 2026-03-11', post: 'x' })).toBe(false)
  news.hear({ mark: '1 a 2026-03-11', post: 'x' })
  expect(news.isNews({ mark: '1 a 2026-03-11', post: 'x' })).toBe(false)
  expect(news.isNews({ mark: '2 b 2026-03-11', post: 'x' })).toBe(true)
  expect(news.isNews({ mark: '1 a 2026-03-12', post: 'x' })).toBe(true)
})

test('a letter that stands otherwise is news, also when nothing was written', () => {
  const news = createNews()
  news.hear({ mark: '1', post: 'waiting' })
  expect(news.isNews({ mark: '1', post: 'failed' })).toBe(true)
  news.hear({ mark: '1', post: 'failed' })
  expect(news.isNews({ mark: '1', post: 'failed' })).toBe(false)
})

test('a copy that was brought near says nothing of letters, and takes nothing back of what was heard of them', () => {
  const news = createNews()
  news.hear({ mark: '1', post: 'waiting' })
  news.hear({ mark: '2' })
  expect(news.isNews({ mark: '2', post: 'waiting' })).toBe(false)
  expect(news.isNews({ mark: '2', post: 'failed' })).toBe(true)
})

test('a copy of the notebook that was brought back is news', () => {
  const news = createNews()
  news.hear({ mark: '9 z', post: 'x' })
  expect(news.isNews({ mark: '7 y', post: 'x' })).toBe(true)
})
