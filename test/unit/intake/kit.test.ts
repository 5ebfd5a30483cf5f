// The kit by which platforms read JSON, CSV, XML and HTML: every item with its place and bytes, whatever the form.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvReader } from '../../../electron/core/intake/kit/csv-reader.ts'
import { definePlatform } from '../../../electron/core/intake/kit/define.ts'
import { record } from '../../../electron/core/intake/kit/draft.ts'
import { jsonReader } from '../../../electron/core/intake/kit/json-reader.ts'
import { blockText, childText } from '../../../electron/core/intake/kit/markup.ts'
import { markupReader } from '../../../electron/core/intake/kit/markup-reader.ts'
import { keysOf } from '../../../electron/core/intake/kit/peek.ts'
import { secondsTime, writtenTime } from '../../../electron/core/intake/kit/time.ts'
import { isObject, textOf } from '../../../electron/core/intake/kit/value.ts'
import { splitDeep } from '../../../electron/core/json/split-deep.ts'
import { readFiles, readPaths, writeFiles } from '../../support/read-platform.ts'

const sample = definePlatform<null>({
  name: 'sample',
  parser: 'sample 1',
  title: 'Sample',
  neverExported: [],
  claim: (peek) => {
    if (peek.form === 'json' && keysOf(peek.json).includes('notes')) return { type: 'notes', weight: 0.8, order: 1 }
    if (peek.form === 'csv' && peek.rows.some(([one]) => one === 'When')) return { type: 'table', weight: 0.8 }
    if (peek.form === 'xml') return { type: 'wiki', weight: 0.5 }
    return peek.form === 'html' ? { type: 'page', weight: 0.5 } : null
  },
  about: async () => ({ layout: 'only', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }),
  prepare: async () => null,
  readers: {
    notes: jsonReader({
      lists: ([key]) => key === 'notes',
      envelope: true,
      make: (value, { envelope }) =>
        note(isObject(value) ? textOf(value.text) : '', isObject(envelope) ? textOf(envelope.owner) : '', value),
    }),
    table: csvReader({
      isHeader: (cells) => cells[0] === 'When',
      make: (row) => note(row.get('what', 'text'), row.get('who'), row.rest('when', 'what', 'who')),
    }),
    wiki: markupReader({
      xml: true,
      isItem: ({ name }) => name === 'revision',
      make: (element, { ancestors }) => note(childText(element, 'text'), childText(ancestors.at(-1), 'title'), null),
    }),
    page: markupReader({
      xml: false,
      isItem: ({ attribs }) => attribs.class === 'post',
      make: (element) => note(blockText(element), '', null),
    }),
  },
})

function note(text: string, author: string, content: unknown) {
  return record({ kind: 'post', time: secondsTime(1_700_000_000), author, text, content })
}

async function items(name: string, content: string | Uint8Array) {
  const folder = await writeFiles({ [name]: content })
  const read = await readPaths(sample, [folder])
  const bytes = await readFile(join(folder, name))
  return read.items.map(({ outcome, start, bytes: own, pointer }) => {
    if (outcome.type !== 'record') return outcome
    // What stands at the place that an item names is what it was read from.
    expect(bytes.subarray(start, start + own.length).equals(own)).toBe(true)
    return [pointer, outcome.draft.text, outcome.draft.author]
  })
}

describe('the kit', () => {
  test('streams a list inside a document, which stands around each element', async () => {
    expect(
      await items('a.json', '\ufeff{"x":[1,{"y":"]"}],"notes":[{"text":"one"},{"text":"två"}],"owner":"City"}'),
    ).toEqual([
      ['/notes/0', 'one', 'City'],
      ['/notes/1', 'två', 'City'],
    ])
  })

  test('reads tables by the names of their columns, after any preamble, with line ends in cells', async () => {
    expect(
      await items(
        'a.csv',
        'Notes:\r\n"Some, words"\r\n\r\nWhen,WHAT,who\r\n1,"two\r\nlines, ""quoted""",Ana\r\n\r\n2,é,\r\n',
      ),
    ).toEqual([
      ['/0', 'two\r\nlines, "quoted"', 'Ana'],
      ['/1', 'é', ''],
    ])
  })

  test('reads XML that is not well-formed, its entities once, with what stands before an item', async () => {
    const xml =
      '<wiki><page><title>Lake &amp;amp; Park</title><revision><text>A & B &eacute; <![CDATA[<b>&amp;</b>]]></text></revision></page><page><title>Two</title><revision><text>x</text></revision></page></wiki>'
    expect(await items('a.xml', xml)).toEqual([
      ['/revision[0]', 'A & B é <b>&amp;</b>', 'Lake &amp; Park'],
      ['/revision[1]', 'x', 'Two'],
    ])
  })

  test('reads the items of a page as a reader sees them', async () => {
    const html =
      '<!doctype html><html><body><div class="post">One<br>two &#064; <b>three</b><p>Next</div><div class="post">é</div></body></html>'
    expect(await items('a.html', html)).toEqual([
      ['/div[0]', 'One\ntwo @ three\nNext', ''],
      ['/div[1]', 'é', ''],
    ])
  })

  test('reads characters of other charsets by their declaration or their bytes', async () => {
    const xml = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><w><revision><text>caf\xe9</text></revision></w>',
      'latin1',
    )
    const csv = Buffer.from('When,what\n1,caf\xe9\n', 'latin1')
    expect([...(await items('a.xml', xml)), ...(await items('a.csv', csv))]).toEqual([
      ['/revision[0]', 'café', ''],
      ['/0', 'café', ''],
    ])
  })

  test('keeps what stands before a break, and names the file that breaks off', async () => {
    const read = await readFiles(sample, {
      'bad.json': '{"owner":"City","notes":[{"text":"one"},{"text":"tw',
      'good.csv': 'When,what\n1,whole\n',
    })
    expect(read.records.map(({ text }) => text)).toEqual(['whole', 'one'])
    expect([...read.damaged]).toEqual([
      [
        'bad.json',
        '“bad.json” ends in the middle: what comes after is missing. (byte 51) Everything before that was read.',
      ],
    ])
  })

  test('gives ids beyond 2^53 as texts', async () => {
    const read = await readFiles(sample, { 'a.json': '{"notes":[{"text":"n","id":1234567890123456789}]}' })
    expect(read.records[0]?.content).toEqual({ text: 'n', id: '1234567890123456789' })
  })
})

describe('deep lists', () => {
  const flat = (value: unknown) => Buffer.from(JSON.stringify(value))

  test('give the same elements and document however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 7 }),
        async (around, list, size) => {
          const bytes = flat({ before: around, in: { list }, after: [around] })
          const chunks = async function* () {
            for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
          }
          const found: unknown[] = []
          let envelope: unknown
          const wanted = (path: readonly string[]) => path.join('/') === 'in/list'
          for await (const { items: some, end } of splitDeep(chunks(), wanted, new AbortController().signal)) {
            found.push(...some.map((item) => JSON.parse(item.bytes?.toString() ?? '')))
            if (end !== null) expect(end.finding).toBeNull()
            if (end?.envelope != null) envelope = JSON.parse(end.envelope.toString())
          }
          const plain = JSON.parse(bytes.toString())
          expect(found).toEqual(plain.in.list)
          expect(envelope).toEqual({ ...plain, in: { list: [] } })
        },
      ),
    )
  })
})

describe('times', () => {
  test('are read with their unit, zone and precision, and not at all where they cannot be', () => {
    expect([
      writtenTime('2025-02-20T12:35:53.417Z', 'unknown'),
      writtenTime('2014-01-20 5:19 pm', 'unknown'),
      writtenTime('2024/03/05 04:35:53 -0800', 'UTC'),
      writtenTime('2025-02-30', 'UTC'),
      secondsTime(-62169958800),
    ]).toEqual([
      {
        at: Date.UTC(2025, 1, 20, 12, 35, 53, 417),
        atSource: '2025-02-20T12:35:53.417Z',
        precision: 'millisecond',
        sourceZone: 'UTC',
      },
      { at: Date.UTC(2014, 0, 20, 17, 19), atSource: '2014-01-20 5:19 pm', precision: 'minute', sourceZone: 'unknown' },
      {
        at: Date.UTC(2024, 2, 5, 12, 35, 53),
        atSource: '2024/03/05 04:35:53 -0800',
        precision: 'second',
        sourceZone: '-08:00',
      },
      { at: null, atSource: '2025-02-30', precision: 'unknown', sourceZone: null },
      { at: null, atSource: '-62169958800', precision: 'unknown', sourceZone: null },
    ])
  })
})
