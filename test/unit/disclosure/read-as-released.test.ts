// What is read back of each record is held against what is released of it: anything else in any layer, and a record that is missing, is told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { captured, html } from '../../../electron/core/disclosure/packet/html.ts'
import {
  type ReadRecord,
  recordsOfCsv,
  recordsOfHtml,
  recordsOfNative,
  recordsOfPdf,
  recordsOfSheet,
} from '../../../electron/core/disclosure/proof/records-read.ts'
import { type ComparedLayer, releasedTexts } from '../../../electron/core/disclosure/proof/released-texts.ts'
import { createDocument } from '../../../electron/core/typeset/document.ts'
import { overheard } from '../../../electron/core/typeset/heard.ts'
import { writeSheet } from '../../../electron/core/workbook/write.ts'
import { csvLine } from '../../../shared/text/csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'muniment-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Texts by number: plain, long, formulas, hidden marks, every kind of script. */
const TEXTS: Readonly<Record<string, string>> = {
  'AB-1': 'Ask [redacted 1] about <b>the gate</b> & “the fence”.',
  'AB-2': Array.from({ length: 120 }, (_, nth) => `Line ${nth + 1}:  two blanks, naïve café, €5`).join('\n'),
  'AB-3': "=SUM(1+1) and '=cmd",
  'AB-4': `Blank${'\n'.repeat(20)}lines, 13 blank lines`,
  'AB-5': '道路封闭:海港街将于今晚封闭铺路,请绕行。🚧👩‍👩‍👧',
  'AB-6': 'إغلاق الطريق: شارع Harbor مغلق الليلة حتى الساعة 11.',
  'AB-7': 'hid\u200bden \u202eorder \ufeff, rare \u{16a0}\u{10380}, soft\u00adhyphen, \u{1d5d5}old',
  'AB-8': 'กรุงเทพฯ ถนนสายหลัก; सड़क बंद है; đường Ngô Quyền; МАРІЯ',
  'AB-9': '',
  'AB-10': ` \tindented\r\nand ended otherwise\r, page 3${'\n'.repeat(15)}4 `,
  'AB-11': '\ufeffa mark of order, _x000D_ and &#13; &amp; as written; U+FEFF',
  'AB-12': `${'long '.repeat(9000)}end`,
  'AB-13': 'half \ud83d a pair, \u0001 \u0000 control, \ufffe none, next\u0085line\u2028other',
  'AB-14': '+1 510 555 0134, "quoted", \'single, =1',
}
const LABELS = Object.keys(TEXTS)
const ALL = LABELS.map((label) => ({ label, text: TEXTS[label] ?? '' }))

/** Writes them as records.pdf does; what is told of each, and where it lies. */
async function written(texts: readonly ReadRecord[]): Promise<{ path: string; told: Map<string, string> }> {
  const out = new PassThrough()
  const bytes = buffer(out)
  const doc = createDocument(out, {
    ...{ title: 'Records', lang: 'en-US', author: 'City', createdAt: new Date(0), footer: 'City', practice: true },
  })
  const told = new Map<string, string>()
  let label = ''
  const tell = overheard(doc, (text, level) => {
    told.set(label, level === null ? (told.get(label) ?? '') + text : text)
  })
  await doc.heading(1, 'Posts')
  for (const one of texts) {
    label = one.label
    await tell.heading(3, [{ text: `${label}  Post by ` }, { text: '[redacted 1]', note: '1' }, { text: ' to nobody' }])
    await tell.paragraph('May 2, 2026')
    tell.running(`${label}, continued`)
    await tell.paragraph([{ text: 'see ' }, { text: '[redacted 1]', note: '1' }])
    await tell.paragraph(one.text === '' ? '(no text)' : one.text)
    await tell.facts([['Place', 'Fir Street']])
    await tell.notes([['1', 'Gov. Code 7928.300.']])
    tell.running(null)
  }
  await doc.heading(2, 'What stands after them')
  await doc.paragraph('This is no record’s.')
  await doc.finish()
  const path = join(folder, 'records.pdf')
  writeFileSync(path, await bytes)
  return { path, told }
}

/** The texts that all records are expected to have. */
function expected(told: ReadonlyMap<string, string> = new Map()) {
  const texts = releasedTexts()
  for (const one of ALL) texts.expect({ ...one, told: told.get(one.label) ?? '', redacted: true })
  return texts
}

/** Each record as a layer's file says it, read back. */
const layers: readonly (readonly [ComparedLayer, (texts: readonly ReadRecord[]) => Promise<readonly ReadRecord[]>])[] =
  [
    [
      'HTML records',
      async (texts) =>
        recordsOfHtml(
          texts
            .map(({ label, text }) => {
              const shown = text === '' ? html`(no text)` : captured(text)
              return html`<article id="${label}"><p class="meta">x</p><p class="text">${shown}</p><dl><dt>y</dt></dl></article>`
                .text
            })
            .join(''),
        ),
    ],
    [
      'CSV rows',
      async (texts) =>
        recordsOfCsv(
          `\uFEFF${csvLine(['Number', 'Text'])}${texts.map((one) => csvLine([one.label, one.text])).join('')}`,
        ),
    ],
    [
      'XLSX rows',
      async (texts) => {
        const columns = ['Number', 'Text'].map((header) => ({ header, width: 9 }))
        const rows = texts.map(({ label, text }) => [label, text])
        return (
          (await recordsOfSheet(await writeSheet('Records', columns, rows, true), new AbortController().signal)) ?? []
        )
      },
    ],
    [
      'JSON of released fields',
      async (texts) =>
        texts.flatMap(({ label, text }) =>
          recordsOfNative(JSON.stringify({ record: { number: label }, versions: [{ text: 'before' }, { text }] })),
        ),
    ],
  ]

describe.each(layers)('%s', (layer, throughFile) => {
  test('give every text back to the letter, and nothing else passes', async () => {
    const texts = expected()
    texts.read('file', layer, await throughFile(ALL))
    for (const changed of ['AB-1', 'AB-6', 'AB-9']) {
      const other = ALL.map((one) => (one.label === changed ? { ...one, text: `${one.text} López` } : one))
      const read = await throughFile(other)
      expect(() => expected().read('file', layer, read)).toThrow(`read back of ${changed} in file`)
    }
    const short = await throughFile(ALL.slice(1))
    const lacking = expected()
    lacking.read('file', layer, short)
    expect(() => lacking.compared()).toThrow('could not be read back')
  })
})

describe('records.pdf', () => {
  test('gives back what was told of each record, over its pages and without what every page carries', async () => {
    const { path, told } = await written(ALL)
    const texts = expected(told)
    const read = await recordsOfPdf(path, texts.isRecord)
    expect(read.map(({ label }) => label)).toEqual(LABELS)
    expect(read.map(({ text }) => text).join('')).not.toMatch(/continued|no record’s|TRAINING/)
    texts.read('records.pdf', 'PDF records', read)
    for (const [layer, throughFile] of layers) texts.read('file', layer, await throughFile(ALL))
    expect(texts.compared()[0]).toEqual({ layer: 'PDF records', equal: 10, equalByLetters: 4, notCompared: 0 })
  })

  test('does not pass with another word than was told', async () => {
    const { told } = await written(ALL)
    const { path } = await written(ALL.map((one) => (one.label === 'AB-2' ? { ...one, text: `${one.text}.` } : one)))
    const texts = expected(told)
    const read = await recordsOfPdf(path, texts.isRecord)
    expect(() => texts.read('records.pdf', 'PDF records', read)).toThrow('read back of AB-2 in records.pdf')
  })
})
