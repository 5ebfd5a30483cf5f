// The outline of a large JSON document, and its items as they stream: nothing that leads on is lost, and neither is ever far ahead of what it gives.
import { expect, test } from 'vitest'
import { outlineOf } from '../../../electron/core/json/outline-of.ts'
import { splitDeep } from '../../../electron/core/json/split-deep.ts'

const { signal } = new AbortController()

async function* cut(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const document = {
  meta: { next: `https://town.test/?after=${'x'.repeat(900)}`, ids: [1, 2] },
  data: {
    posts: [
      { id: '1', words: 'long words '.repeat(100), tags: ['a'] },
      { id: '2', pictures: [{ url: 'u' }] },
    ],
  },
  none: [],
}

test.each([1, 7, 4096])(
  'numbers, addresses and marks stay, words are cut, however it comes (%i bytes at a time)',
  async (size) => {
    const outline = await outlineOf(cut(JSON.stringify(document), size), signal)
    expect(outline).toEqual({
      is: 'whole',
      value: {
        ...document,
        data: {
          posts: [
            { ...document.data.posts[0], words: 'long words '.repeat(100).slice(0, 200) },
            document.data.posts[1],
          ],
        },
      },
    })
  },
)

test('a list at the root, numbers of any length, and what is no JSON', async () => {
  expect(await outlineOf(cut('[{"id":9007199254740993001},3]', 5), signal)).toEqual({
    is: 'whole',
    value: [{ id: '9007199254740993001' }, 3],
  })
  expect(await outlineOf(cut('{"data":[{"id":1},', 5), signal)).toEqual({ is: 'broken' })
  expect(await outlineOf(cut('<html>', 5), signal)).toEqual({ is: 'broken' })
})

test('what does not fit is told to be large, and every item was seen all the same', async () => {
  const seen: unknown[] = []
  const items = JSON.stringify({ posts: Array.from({ length: 1000 }, (_, id) => ({ id })) })
  const outline = await outlineOf(cut(items, 4096), signal, { most: 1000, each: (_path, item) => void seen.push(item) })
  expect(outline).toEqual({ is: 'large' })
  expect(seen).toHaveLength(1000)
})

test('items of 200 MB stream: never are more than a few of them read and not given', async () => {
  const item = Buffer.from(JSON.stringify({ id: 1, words: 'w'.repeat(50_000) }))
  let made = 0
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from('{"posts":[')
    for (let nth = 0; nth < 4000; nth++) {
      made += item.length
      yield Buffer.concat([Buffer.from(nth === 0 ? '' : ','), item])
    }
    yield Buffer.from(']}')
  }
  let given = 0
  let most = 0
  for await (const { items } of splitDeep(chunks(), () => true, signal)) {
    most = Math.max(most, made - given)
    given += items.reduce((sum, { length }) => sum + length, 0)
  }
  expect(given).toBe(4000 * item.length)
  expect(most).toBeLessThan(4 << 20)
})
