// The search of the proof: a leak planted in any layer of any file, in any form of writing, is caught; what only resembles it is not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leakSearch } from '../../../electron/core/disclosure/proof/leaks.ts'
import {
  textsOfCsv,
  textsOfHtml,
  textsOfJson,
  textsOfPdf,
  textsOfSheet,
} from '../../../electron/core/disclosure/proof/read-back.ts'
import { createDocument, type Doc } from '../../../electron/core/typeset/document.ts'
import { writeSheet } from '../../../electron/core/workbook/write.ts'

const NAME = 'María Quokkason'
const OTHERS = ['李小龍', 'Нгуен Ольга', 'محمد علي', 'สมชาย ใจดี', '👩‍🚒🏳️‍🌈 club', 'Nguyễn Văn An', '510-555-0134']

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-planted-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Read {
  readonly layer: string
  readonly text: string
}

/** The layers in which it is found. */
function caught(texts: readonly Read[], words: readonly string[] = [NAME]): string[] {
  const search = leakSearch(words)
  for (const { layer, text } of texts) search.text('file', layer, text)
  return search.leaks.map(({ layer }) => layer)
}

async function bytesCaught(chunks: readonly Uint8Array[], words = NAME): Promise<number> {
  const search = leakSearch([words])
  async function* stream() {
    yield* chunks
  }
  for await (const _ of search.bytes('picture', 'bytes', stream()));
  return search.leaks.length
}

async function pdfTexts(write: (doc: Doc) => Promise<void>, title = 'Records', footer = 'City'): Promise<Read[]> {
  const out = new PassThrough()
  const bytes = buffer(out)
  const doc = createDocument(out, {
    ...{ title, lang: 'en-US', author: 'City', createdAt: new Date(0), footer, practice: false },
  })
  await doc.heading(1, 'Records')
  await write(doc)
  await doc.finish()
  const path = join(folder, 'planted.pdf')
  writeFileSync(path, await bytes)
  const texts: Read[] = []
  for await (const one of textsOfPdf(path)) texts.push(one)
  return texts
}

const forms: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['decomposed', (text) => text.normalize('NFD')],
  ['in capitals', (text) => text.toUpperCase()],
  ['with other blanks', (text) => text.replaceAll(' ', '\u00a0\n')],
  ['with marks between', (text) => [...text].join('\u200b')],
  ['coded as in an address', (text) => encodeURIComponent(text)],
]

describe.each(forms)('a name %s', (_, as) => {
  const said = as(NAME)

  test.each([
    ['the text of a page', 'HTML text', `<p>Ask ${said} today</p>`],
    ['text that is torn by emphasis', 'HTML text', `<p>${said.slice(0, 3)}<b>${said.slice(3)}</b></p>`],
    ['a description', 'HTML attributes and comments', `<img alt="${said} at the gate">`],
    [
      'an address',
      'HTML attributes and comments',
      `<a href="https://x.example/${encodeURI(said).replaceAll('%25', '%')}">x</a>`,
    ],
    ['a comment', 'HTML attributes and comments', `<!-- ${said} -->`],
    ['what is hidden', 'HTML text', `<p hidden style="display:none">${said}</p>`],
    ['a script', 'HTML text', `<script>const x = "${said}"</script>`],
  ])('in %s is caught', (__, layer, markup) => {
    expect(caught(textsOfHtml(markup))).toEqual([layer])
  })

  test('in a table, in JSON within a cell, in a name and a value of JSON is caught', () => {
    const cell = (text: string) => `Number,Text\n1,"${text.replaceAll('"', '""')}"\n`
    expect(caught(textsOfCsv(cell(said)))).toEqual(['CSV cells'])
    expect(caught(textsOfCsv(cell(JSON.stringify({ a: [said] }))))).toEqual(['CSV cells'])
    expect(caught(textsOfJson(JSON.stringify({ a: { b: [said] } })))).toEqual(['JSON names and values'])
    expect(caught(textsOfJson(JSON.stringify({ [said]: 1 })))).toEqual(['JSON names and values'])
  })
})

test('a name in a cell of a workbook, in JSON within one and in the name of its sheet is caught', async () => {
  const sheet = async (cell: string, name = 'Records') =>
    textsOfSheet(await writeSheet(name, [{ header: 'Text', width: 20 }], [[cell]], false))
  const layer = ['XLSX cells and properties']
  expect(caught(await sheet(`Ask ${NAME} & Co. today`))).toEqual(layer)
  expect(caught(await sheet(JSON.stringify({ a: [NAME] })))).toEqual(layer)
  expect(caught(await sheet('Nothing', NAME))).toEqual(layer)
  expect(caught(await sheet('Nothing'))).toEqual([])
})

describe('a name in a PDF', () => {
  test.each([
    ['its text', 'PDF text', (doc: Doc) => doc.paragraph(`Ask ${NAME} today`)],
    ['a bookmark', 'PDF outline', (doc: Doc) => doc.heading(2, `About ${NAME}`)],
    ['a link', 'PDF annotations', (doc: Doc) => doc.paragraph([{ text: 'here', link: `https://x.example/${NAME}` }])],
  ])('in %s is caught', async (_, layer, write) => {
    expect(caught(await pdfTexts(write))).toContain(layer)
  })

  test('in a description of a picture, the title and the foot of each page is caught', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const image = async (doc: Doc) => void (await doc.image(png, { alt: `${NAME} at the gate` }))
    expect(caught(await pdfTexts(image))).toEqual(['PDF structure'])
    expect(caught(await pdfTexts((doc) => doc.paragraph('Nothing'), `About ${NAME}`))).toEqual(['PDF metadata'])
    expect(caught(await pdfTexts((doc) => doc.paragraph('Nothing'), 'Records', NAME))).toEqual(['PDF text'])
    expect(caught(await pdfTexts((doc) => doc.paragraph('Nothing')))).toEqual([])
  })
})

test('a name in the bytes of a picture, in EXIF, in either coding, or torn between two chunks is caught', async () => {
  const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
  const exif = await blank
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Maya Quokkason' } })
    .toBuffer()
  expect(await bytesCaught([exif], 'Maya Quokkason')).toBe(1)
  expect(await bytesCaught([await blank.jpeg().toBuffer()])).toBe(0)
  for (const coding of ['utf8', 'utf16le'] as const) {
    const bytes = Buffer.concat([Buffer.alloc(9), Buffer.from(NAME, coding), Buffer.alloc(9)])
    for (let cut = 1; cut < bytes.length; cut += 1)
      expect(await bytesCaught([bytes.subarray(0, cut), bytes.subarray(cut)])).toBe(1)
  }
})

test.each(OTHERS.map((words) => [words]))('%s is caught in every kind of file', async (words) => {
  const texts = [
    ...textsOfHtml(`<p>x ${words} y</p>`),
    ...textsOfJson(JSON.stringify([`x ${words} y`])),
    ...textsOfCsv(`Text\n"x ${words} y"\n`),
  ]
  expect(caught(texts, [words])).toEqual(['HTML text', 'JSON names and values', 'CSV cells'])
  expect(caught(await pdfTexts((doc) => doc.paragraph(`x ${words} y`)), [words])).toContain('PDF text')
})

test('a word within a longer word, and two words that never stood together, are no leak', () => {
  expect(caught(textsOfHtml('<p>Maríaquokkasons</p>'))).toEqual([])
  expect(caught(textsOfHtml('<p>María</p><p>Quokkason</p>'))).toEqual([])
  expect(caught(textsOfCsv('A,B\nMaría,Quokkason\n'))).toEqual([])
  expect(caught(textsOfJson(JSON.stringify(['María', 'Quokkason'])))).toEqual([])
})

test('the number in the mark of what was taken out is nobody’s word, and hides none', () => {
  const leaks = (text: string, words: string) => {
    const search = leakSearch([words], 2)
    search.text('file', 'text', text)
    return search.leaks.length
  }
  expect(leaks('reopens Thursday, [redacted 1] after seismic work', '1 after')).toBe(0)
  expect(leaks('reopens Thursday, [redacted 1,\n2] after seismic work', '2 after')).toBe(0)
  expect(leaks('Thursday, [redacted 1] after work, item 1 after all', '1 after')).toBe(1)
  expect(leaks('a line that says [redacted 3] after', '3 after')).toBe(1)
  expect(leaks('they quote “[redacted 1] after work”', '[redacted 1] after')).toBe(1)
})
