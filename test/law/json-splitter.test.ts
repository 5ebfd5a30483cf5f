// The laws of the JSON splitter, on any list and any cutting into chunks.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_JSON_LIMITS, type JsonItem, type JsonLimits } from '../../electron/core/json/items.ts'
import { splitJson } from '../../electron/core/json/split-json.ts'
import { splitNested } from '../../electron/core/json/split-nested.ts'

/** Every piece in memory of its own that is exactly its size, so that a view over its end would show. */
async function* cut(bytes: Buffer, at: readonly number[]): AsyncGenerator<Buffer> {
  const points = [0, ...at.map((n) => n % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  for (const [i, point] of points.entries()) {
    if (i > 0) yield Buffer.from(new Uint8Array(bytes.subarray(points[i - 1], point)).buffer)
  }
}

async function split(bytes: Buffer, at: readonly number[] = [], limits: Partial<JsonLimits> = {}) {
  const items: JsonItem[] = []
  for await (const batch of splitJson(cut(bytes, at), new AbortController().signal, {
    ...DEFAULT_JSON_LIMITS,
    ...limits,
  })) {
    items.push(...batch.items)
    if (batch.end !== null) return { items, end: batch.end }
  }
  throw new Error('no end')
}

const cuts = fc.array(fc.nat(), { maxLength: 12 })
const value = fc.jsonValue({ noUnicodeString: false, maxDepth: 5 })
const spacing = fc.constantFrom('', ' ', '\t', ' \r\n', '\n  ')
const prefix = fc.constantFrom(
  '',
  '\ufeff',
  'window.YTD.tweets.part0 = ',
  '\ufeffGrailbird.data.x =\n',
  ' \n',
  'window["a[0]"] = ',
)
const suffix = fc.constantFrom('', ';', ' ;\r\n', '\n')
const escapes = fc.constantFrom('"', '\\', '\\"', '\\\\"', '[{]}', '\u0000', '😀', '"}],[{"')
const elements = fc.array(fc.oneof(value, escapes, fc.array(escapes), fc.dictionary(escapes, escapes)), {
  maxLength: 8,
})

/** A list with this between its parts, and the bytes of each element: the text itself is the judge, not another parser. */
function written(list: readonly unknown[], space: string) {
  const texts = list.map((element) => JSON.stringify(element, null, space.includes('\n') ? 2 : undefined))
  return { texts, text: `[${space}${texts.join(`${space},${space}`)}${space}]` }
}

it('every element is found where it stands, byte for byte, however the file is cut', async () => {
  await fc.assert(
    fc.asyncProperty(elements, spacing, prefix, suffix, cuts, async (list, space, before, after, at) => {
      const { text, texts } = written(list, space)
      const bytes = Buffer.from(before + text + after)
      const { items, end } = await split(bytes, at)
      expect(end).toEqual({ root: 'list', items: list.length, bytes: bytes.length, finding: null })
      expect(items.map(({ bytes: item }) => `${item}`)).toEqual(texts)
      for (const [n, { index, start, length, bytes: item }] of items.entries()) {
        expect(index).toBe(n)
        expect(bytes.subarray(start, start + length).equals(item ?? Buffer.alloc(0))).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

it('any bytes, cut anyhow, give the same items and the same finding, and never throw', async () => {
  const junk = fc
    .array(fc.constantFrom(...'[]{}",:;= \n\\', 'a', '1', 'x=[', '\ufeff', '{"a":1}', '"\\""'), { maxLength: 40 })
    .map((pieces) => Buffer.from(pieces.join('')))
  await fc.assert(
    fc.asyncProperty(junk, cuts, async (bytes, at) => {
      const limits = { maxDepth: 4, maxItemBytes: 9 }
      expect(await split(bytes, at, limits)).toEqual(await split(bytes, [], limits))
    }),
    { numRuns: 2000 },
  )
})

it('what is read without a finding is what JSON.parse would have read', async () => {
  const pieces = fc.array(
    fc.constantFrom('[', ']', '{', '}', '"', ',', ':', '1', ' ', '\\', 'null', '"a"', '{"a":[1]}'),
    { maxLength: 14 },
  )
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const text = `[${parts.join('')}]`
      const { items, end } = await split(Buffer.from(text))
      const parsed = attempt(text)
      const elementwise = items.map(({ bytes }) => attempt(`${bytes}`))
      if (parsed !== undefined) expect([end.finding, elementwise]).toEqual([null, parsed])
      else expect(end.finding !== null || elementwise.includes(undefined)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

it('a file cut short gives only whole elements from its beginning, and says so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 6 }), fc.nat(), cuts, async (list, n, at) => {
      const whole = Buffer.from(JSON.stringify(list))
      const { items, end } = await split(whole.subarray(0, 1 + (n % (whole.length - 1))), at)
      expect(end.finding?.code).toBe('truncated')
      const expected = list.slice(0, items.length).map((element) => JSON.stringify(element))
      expect(items.map(({ bytes }) => `${bytes}`)).toEqual(expected)
    }),
  )
})

it('an element above the limit is passed over, and all others stay', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string(), { maxLength: 8 }),
      fc.integer({ min: 1, max: 20 }),
      cuts,
      async (list, maxItemBytes, at) => {
        const { items, end } = await split(Buffer.from(JSON.stringify(list)), at, { maxItemBytes })
        expect(end.finding).toBeNull()
        expect(items.map(({ bytes, tooLarge, length }) => (tooLarge ? length : `${bytes}`))).toEqual(
          list
            .map((text) => JSON.stringify(text))
            .map((text) => (Buffer.byteLength(text) > maxItemBytes ? Buffer.byteLength(text) : text)),
        )
      },
    ),
  )
})

it('a nested list is found by its path, with offsets in its element, whatever stands around it', () => {
  const key = 'k"ey'
  const other = fc
    .dictionary(fc.string(), value, { maxKeys: 4 })
    .map((around) => JSON.stringify({ ...around, [key]: 0 }))
  fc.assert(
    fc.property(elements, other, other, spacing, (list, around, within, space) => {
      const { text, texts } = written(list, space)
      const zero = `${JSON.stringify(key)}:0`
      const put = (place: string, inner: string) =>
        place.replace(zero, () => `${JSON.stringify(key)}${space}:${space}${inner}`)
      const bytes = Buffer.from(put(around, put(within, text)))
      const { items, finding } = splitNested(bytes, [key, key])
      expect(finding).toBeNull()
      expect(items.map(({ bytes: item }) => `${item}`)).toEqual(texts)
      for (const { start, length, bytes: item } of items) {
        expect(bytes.subarray(start, start + length).equals(item ?? Buffer.alloc(0))).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

function attempt(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
