// A list of a room leaves it as it is shown: figures can be counted with, nothing runs, and print is tagged.
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { shownCsv, shownPdf, shownXlsx } from '../../../electron/core/disclosure/listing/shown-list.ts'
import { Instant } from '../../../shared/domain/time.ts'

const list = {
  title: 'Holds in force',
  columns: [
    { title: 'Matter', number: false },
    { title: 'Records', number: true },
  ],
  rows: [
    ['=Okafor v. City', '1,204'],
    ['Claim 7\nsecond line', '–'],
  ],
}

test('CSV and workbook hold the cells as shown, figures as numbers and no formula', async () => {
  expect(shownCsv(list, false)).toBe('\uFEFFMatter,Records\r\n\'=Okafor v. City,1204\r\n"Claim 7\nsecond line",–\r\n')
  expect(shownCsv(list, true).split('\r\n')[0]).toBe('\uFEFFTRAINING,Matter,Records')
  const sheet = await readXlsxFile(Buffer.from(await shownXlsx(list, false)))
  expect(sheet[0]?.data ?? sheet).toEqual([
    ['Matter', 'Records'],
    ['=Okafor v. City', 1204],
    ['Claim 7\nsecond line', '–'],
  ])
})

test('the printed list says what it is, who wrote it and when, as a tagged table', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muniment-list-'))
  const path = join(folder, 'holds.pdf')
  const facts = {
    city: 'City of Alder Bay',
    zone: 'America/Los_Angeles',
    writtenAt: Instant.parse(0),
    writtenBy: 'Maria Lopez',
    practice: false,
  }
  await shownPdf(createWriteStream(path), list, facts)
  const pdf = (await readFile(path)).toString('latin1')
  await rm(folder, { recursive: true, force: true })
  expect(pdf.startsWith('%PDF-1.7')).toBe(true)
  for (const part of ['/MarkInfo', '/StructTreeRoot', '/Caption', '/TH', '/TD']) expect(pdf).toContain(part)
  // What only a person can look at (reading order, headings) nobody has looked at.
  expect(pdf).not.toContain('pdfuaid')
})
