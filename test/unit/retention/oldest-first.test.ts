// What a platform can rely on when the versions of records are put in order.
import { expect, test } from 'vitest'
import { MemberError } from '../../../electron/core/intake/archive/archive.ts'
import type { ReadItem } from '../../../electron/core/intake/draft.ts'
import { record } from '../../../electron/core/intake/kit/draft.ts'
import { mediaFinder } from '../../../electron/core/intake/kit/media-finder.ts'
import { oldestFirst } from '../../../electron/core/intake/kit/oldest-first.ts'
import type { FileReader, Reading } from '../../../electron/core/intake/kit/spec.ts'
import { NO_TIME, secondsTime } from '../../../electron/core/intake/kit/time.ts'
import { openTree } from '../../../electron/core/intake/tree.ts'
import { writeFiles } from '../../support/read-platform.ts'

const never = new AbortController().signal
let position = 0
const item = (id: string, seconds: number | null, nested = false, size = 1): ReadItem => ({
  position: position++,
  pointer: `/${id}`,
  start: 0,
  bytes: Buffer.alloc(size),
  outcome: record({
    kind: 'page',
    id,
    time: seconds === null ? NO_TIME : secondsTime(1_000_000_000 + seconds),
    author: '',
    text: '',
    content: null,
  }),
  nested,
})

async function read(items: readonly ReadItem[], until: 'file' | 'record', fails = false) {
  const told: string[] = []
  const source: FileReader<null> = async function* () {
    for (const one of items) yield [one]
    if (fails)
      throw new MemberError({ code: 'damaged', number: 'A208', effect: 'blocked', part: 0, member: 'x', sentence: 'x' })
  }
  const tree = await openTree([{ path: await writeFiles({ 'pages.json': '[]' }), name: 'pages' }], never)
  const [member] = tree.set.members
  if (member === undefined) throw new Error('the tree holds a file')
  const reading: Reading<null> = {
    tree,
    file: { member, name: 'pages.json', type: 'pages', claimed: null, use: 'records', note: null },
    about: { layout: 'made', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null },
    state: null,
    media: mediaFinder(new Set()),
    odd: (code) => void told.push(code),
    signal: never,
  }
  const found: ReadItem[] = []
  let thrown = false
  try {
    for await (const group of oldestFirst(source, { until })(reading)) found.push(...group)
  } catch (error) {
    thrown = error instanceof MemberError
  }
  await tree.set.close()
  const order = found.map(({ outcome, pointer }) =>
    outcome.type === 'record'
      ? `${pointer} ${outcome.draft.at === null ? '-' : outcome.draft.at / 1000 - 1_000_000_000}`
      : '',
  )
  expect(found.map((one) => one.position)).toEqual(found.map((_, place) => place))
  return { order, told, thrown }
}

test('a file’s items come by their time, those without one last, what stands in an item with it', async () => {
  const items = [item('a', null), item('a', 3), item('c', 3, true), item('b', 1), item('a', 2)]
  expect((await read(items, 'file')).order).toEqual(['/b 1', '/a 2', '/a 3', '/c 3', '/a -'])
})

test('only the versions of one record that stand together change places', async () => {
  const items = [item('b', 9), item('b', 8), item('a', 2), item('a', 1), item('b', 7)]
  expect((await read(items, 'record')).order).toEqual(['/b 8', '/b 9', '/a 1', '/a 2', '/b 7'])
})

test('what was read before damage is handed on before the damage is told', async () => {
  expect(await read([item('a', 2), item('a', 1)], 'file', true)).toEqual({
    order: ['/a 1', '/a 2'],
    told: [],
    thrown: true,
  })
})

test('what is too large to be held is told of only where its order suffers', async () => {
  const large = 20 * 2 ** 20
  const falling = [
    item('a', 4, false, large),
    item('a', 3, false, large),
    item('a', 2, false, large),
    item('a', 1, false, large),
  ]
  const rising = [
    item('a', 1, false, large),
    item('a', 2, false, large),
    item('a', 3, false, large),
    item('a', 4, false, large),
  ]
  expect([await read(falling, 'file'), await read(rising, 'file')]).toEqual([
    { order: ['/a 3', '/a 4', '/a 1', '/a 2'], told: ['versions-in-parts'], thrown: false },
    { order: ['/a 1', '/a 2', '/a 3', '/a 4'], told: [], thrown: false },
  ])
})
