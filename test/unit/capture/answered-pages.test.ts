// What a package lists where no browser showed a page: answers that can be read, so that a program which opens its list finds them.
import { expect, test } from 'vitest'
import { answeredPages } from '../../../electron/core/capture/answered-pages.ts'

const named = { url: 'https://api.example.gov/', at: Date.UTC(2026, 10, 30), title: 'Capture of AlderBay' }
const line = (path: string, offset: number, more: Readonly<Record<string, string>> = {}) => {
  const entry = {
    url: `https://api.example.gov${path}`,
    mime: 'application/json',
    status: '200',
    offset: String(offset),
  }
  return `gov,example,api)${path} 20261130120000 ${JSON.stringify({ ...entry, ...more })}`
}

test('the answers of success stand in the order in which they came, each once, and the first has the capture’s title', () => {
  const lines = [
    line('/posts?page=2', 900),
    line('/posts?page=1', 300),
    line('/posts?page=2', 1200),
    line('/picture.png', 500, { mime: 'image/png' }),
    line('/gone', 600, { status: '404' }),
    line('/query', 700, { method: 'POST' }),
    'urn:mapping:x 20261130120000 {"url":"urn:mapping:x","mime":"application/json","offset":"10"}',
  ]
  const at = Date.UTC(2026, 10, 30, 12)
  expect(answeredPages(lines, named)).toEqual([
    { url: 'https://api.example.gov/posts?page=1', at, title: 'Capture of AlderBay', text: null },
    { url: 'https://api.example.gov/posts?page=2', at, title: '', text: null },
  ])
})

test('where no answer can be read, the address stands that the capture was to reach', () => {
  expect(answeredPages([line('/', 0, { status: '304' })], named)).toEqual([{ ...named, text: null }])
})
