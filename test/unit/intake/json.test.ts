// What can be relied on when a data file of an export is cut into its records.
import { describe, expect, it } from 'vitest'
import { DEFAULT_JSON_LIMITS, type JsonLimits } from '../../../electron/core/json/items.ts'
import { type JsonBatch, splitJson } from '../../../electron/core/json/split-json.ts'
import { splitNested } from '../../../electron/core/json/split-nested.ts'

async function batches(text: string | Buffer, limits: Partial<JsonLimits> = {}, size = Number.POSITIVE_INFINITY) {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const all: JsonBatch[] = []
  for await (const batch of splitJson(chunks(), new AbortController().signal, { ...DEFAULT_JSON_LIMITS, ...limits }))
    all.push(batch)
  return all
}

/** `[root, items as text, code of the finding, its offset]` */
async function read(text: string | Buffer, limits: Partial<JsonLimits> = {}) {
  const all = await batches(text, limits)
  const end = all.at(-1)?.end
  const items = all.flatMap((batch) => batch.items.map(({ bytes, length }) => bytes?.toString() ?? `${length} bytes`))
  return [end?.root, items, end?.finding?.code ?? null, end?.finding?.offset ?? null]
}

describe('files as platforms write them', () => {
  it.each([
    ['X', 'window.YTD.tweets.part0 = [ {\n  "tweet" : { } \n}, {} ]', ['{\n  "tweet" : { } \n}', '{}']],
    ['X, nothing there', 'window.YTD.bookmark.part0 = [ ]', []],
    ['X before 2019', 'Grailbird.data.tweets_2013_01 =\n [ {"id":1} ]', ['{"id":1}']],
    [
      'plain, with a mark in front and a semicolon behind',
      '\ufeff [1, "a" ,null,[2],{"b":[]}] ;\n',
      ['1', '"a"', 'null', '[2]', '{"b":[]}'],
    ],
    ['a list named with brackets', 'window["YTD"]["tweets[0]"] = ["a"]', ['"a"']],
  ])('%s', async (_, text, items) => {
    expect(await read(text)).toEqual(['list', items, null, null])
  })

  it('one object is one item', async () => {
    const text = 'window.__THAR_CONFIG = { "userInfo": {} };'
    expect(await read(text)).toEqual(['object', ['{ "userInfo": {} }'], null, null])
    expect((await batches(text))[0]?.items[0]).toMatchObject({ index: 0, start: 23, length: 18, tooLarge: false })
  })
})

describe('files that are not whole', () => {
  it.each([
    ['empty', '', 'none', [], 'no-container', 0],
    ['text', 'no data', 'none', [], 'no-container', 7],
    ['nothing assigned', 'window.x = null', 'none', [], 'no-container', 11],
    ['an assignment that never comes', `${'a'.repeat(5000)}=[1]`, 'none', [], 'no-container', 4096],
    ['cut between elements', '[{"a":1},', 'list', ['{"a":1}'], 'truncated', 9],
    ['cut inside an element', '[1,{"a":1', 'list', ['1'], 'truncated', 9],
    ['cut inside a text', '[1,"a\\"', 'list', ['1'], 'truncated', 7],
    ['cut inside a number', '[1,23', 'list', ['1'], 'truncated', 5],
    ['cut in one object', '{"a":1', 'object', [], 'truncated', 6],
    ['brackets crossed in an element', '[1,{"a":[}],2]', 'list', ['1'], 'mismatched-bracket', 9],
    ['brackets crossed around elements', '[1}', 'list', [], 'mismatched-bracket', 2],
    ['brackets crossed behind an element', '["a"}', 'list', ['"a"'], 'mismatched-bracket', 4],
    ['brackets crossed in place of an element', '[}', 'list', [], 'mismatched-bracket', 1],
    ['no comma', '[1 2]', 'list', ['1'], 'unexpected-byte', 3],
    ['a comma too many', '[1,]', 'list', ['1'], 'unexpected-byte', 3],
    ['only a comma', '[,1]', 'list', [], 'unexpected-byte', 1],
    ['a key without its object', '["a":1]', 'list', ['"a"'], 'unexpected-byte', 4],
    ['a text glued to a number', '[1"a"]', 'list', [], 'unexpected-byte', 2],
    ['a second list behind the first', '[1] [2]', 'list', ['1'], 'trailing-data', 4],
    ['lines of objects', '{"a":1}\n{"a":2}', 'object', ['{"a":1}'], 'trailing-data', 8],
    ['zeros behind the end', '[1]\0\0', 'list', ['1'], 'trailing-data', 3],
  ])('%s', async (_, text, root, items, code, offset) => {
    expect(await read(text)).toEqual([root, items, code, offset])
  })

  it('deeper than the limit', async () => {
    expect(await read('[[[1]],[[[1]]]]', { maxDepth: 2 })).toEqual(['list', ['[[1]]'], 'too-deep', 9])
  })

  it('say so in a sentence', async () => {
    expect((await batches('[1')).at(-1)?.end?.finding?.sentence).toBe(
      'ends in the middle: what comes after is missing. (byte 2)',
    )
  })

  it('are still read to their end, so that their checksum is checked', async () => {
    let ended = false
    async function* chunks() {
      yield Buffer.from('[}')
      yield Buffer.from('rest')
      ended = true
    }
    for await (const { end } of splitJson(chunks(), new AbortController().signal)) {
      expect([end?.bytes, end?.finding?.offset]).toEqual([6, 1])
    }
    expect(ended).toBe(true)
  })
})

describe('an element that is too large', () => {
  const text = `[1,"${'x'.repeat(30)}",2]`
  it.each([1, 7, 1000])('is told with its place and not kept, in chunks of %d', async (size) => {
    const [batch] = await batches(text, { maxItemBytes: 31 }, size)
    expect(batch?.items.map(({ start, length, tooLarge }) => [start, length, tooLarge])).toEqual([
      [1, 1, false],
      [3, 32, true],
      [36, 1, false],
    ])
    expect(batch?.items[1]?.bytes).toBeNull()
    expect(batch?.end?.finding).toBeNull()
  })

  it('does not gather in memory', async () => {
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    async function* chunks() {
      yield Buffer.from('["')
      for (let n = 0; n < 300; n++) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        yield Buffer.alloc(1 << 20, 'x')
      }
      yield Buffer.from('"]')
    }
    const limits = { ...DEFAULT_JSON_LIMITS, maxItemBytes: 1 << 20 }
    for await (const { items } of splitJson(chunks(), new AbortController().signal, limits)) {
      expect(items[0]).toMatchObject({ tooLarge: true, length: (300 << 20) + 2 })
    }
    expect(most).toBeLessThan(200 << 20)
  })
})

describe('batches', () => {
  it('end at their number of items or of bytes, and only the last one has an end', async () => {
    const sizes = async (limits: Partial<JsonLimits>) =>
      (await batches('["aa","aa","aa","aa","aa"]', limits, 5)).map(({ items, end }) => [items.length, end !== null])
    expect(await sizes({ batchItems: 2 })).toEqual([
      [2, false],
      [2, false],
      [1, true],
    ])
    expect(await sizes({ batchBytes: 8 })).toEqual([
      [2, false],
      [2, false],
      [1, true],
    ])
    expect(await sizes({})).toEqual([[5, true]])
  })

  it('never hold more items than their limit, however many stand in one chunk', async () => {
    const all = await batches(`[${'1,'.repeat(1300)}1]`)
    expect(all.map(({ items }) => items.length)).toEqual([512, 512, 277, 0])
  })

  it('stop with the signal, and with an error of the input', async () => {
    const stop = new AbortController()
    async function* chunks() {
      yield Buffer.from('[1,')
      stop.abort(new Error('the clerk stopped'))
      yield Buffer.from('2]')
    }
    const drain = async (input: AsyncIterable<Buffer>, signal: AbortSignal) => {
      for await (const _ of splitJson(input, signal));
    }
    await expect(drain(chunks(), stop.signal)).rejects.toThrow('the clerk stopped')
    async function* broken() {
      yield Buffer.from('[1,')
      throw new Error('wrong checksum')
    }
    await expect(drain(broken(), new AbortController().signal)).rejects.toThrow('wrong checksum')
  })
})

describe('a list inside an element', () => {
  const nested = (text: string, ...path: string[]) => {
    const { items, finding } = splitNested(Buffer.from(text), path)
    return [items.map(({ start, bytes }) => [start, `${bytes}`]), finding?.code ?? null]
  }

  it('gives its elements with their places', () => {
    const text = '{"dmConversation" : {"id":"a-b","messages":[ {"m":1} ,{"m":[2]}],"z":"]"}}'
    expect(nested(text, 'dmConversation', 'messages')).toEqual([
      [
        [45, '{"m":1}'],
        [54, '{"m":[2]}'],
      ],
      null,
    ])
    expect(nested(' [1]')).toEqual([[[2, '1']], null])
    expect(nested('{"a":[],"b":1}', 'a')).toEqual([[], null])
  })

  it.each([
    ['is not there', '{"a":1}', 'path-absent'],
    ['is in an empty object', '{}', 'path-absent'],
    ['is no list', '{"messages":null}', 'path-absent'],
    ['should be in a list', '[]', 'path-absent'],
    ['stands twice', '{"messages":[1],"messages":[2]}', 'repeated-key'],
    ['stands twice, once in disguise', '{"messages":[1],"mess\\u0061ges":[2]}', 'repeated-key'],
    ['is cut short', '{"messages":[1', 'truncated'],
    ['is cut before its value', '{"messages":', 'truncated'],
    ['is cut behind its value', '{"messages":[1]', 'truncated'],
    ['has crossed brackets', '{"messages":[1}]}', 'mismatched-bracket'],
    ['has an element missing', '{"messages":[1,]}', 'unexpected-byte'],
    ['has no colon', '{"messages" [1]}', 'unexpected-byte'],
    ['has no comma behind it', '{"messages":[1] "a":2}', 'unexpected-byte'],
    ['has a comma too many behind it', '{"messages":[1],}', 'unexpected-byte'],
    ['has no value', '{"messages":}', 'unexpected-byte'],
  ])('%s', (_, text, code) => {
    expect(nested(text, 'messages')[1]).toBe(code)
  })

  it('is held to the limits', () => {
    const limits = { ...DEFAULT_JSON_LIMITS, maxItemBytes: 3, maxDepth: 3 }
    const bytes = Buffer.from('{"a":["long",1]}')
    expect(splitNested(bytes, ['a'], limits).items.map(({ tooLarge }) => tooLarge)).toEqual([true, false])
    expect(splitNested(Buffer.from('{"a":[[[[]]]]}'), ['a'], limits).finding?.code).toBe('too-deep')
  })
})
