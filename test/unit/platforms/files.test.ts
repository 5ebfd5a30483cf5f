// What a clerk can rely on when a folder of files is read as just that: each file a record with its name, size, digest and date.
import { createHash } from 'node:crypto'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import files from '../../../electron/core/intake/platforms/files/platform.ts'
import { PNG } from '../../fixtures/web-archive.ts'
import { writeZip } from '../../fixtures/x/zip.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { readFiles, readPaths, writeFiles } from '../../support/read-platform.ts'

const given = {
  'scans/lake 2.png': PNG,
  'scans/lake 10.png': Buffer.concat([PNG, Buffer.from('more')]),
  'minutes.txt': Buffer.from('Caf\xe9: the council met.', 'latin1'),
  'notes/plan.md': '# Plan\n\nÜber alles',
  'agenda.pdf': '%PDF-1.4',
  'empty.doc': '',
  'clip.mov': 'film',
  'scans/.DS_Store': 'Bud1',
  'scans/._lake 2.png': 'x',
  'Thumbs.db': 'x',
}

test('each file is a record, in the order of their names, with its size, digest, kind and words', async () => {
  const folder = await writeFiles(given)
  const changed = new Date('2024-05-06T07:08:09Z')
  for (const name of Object.keys(given)) await utimes(join(folder, name), changed, changed)
  const { records, recognition, plan } = await readPaths(files, [folder])
  expect(recognition?.confidence).toBeLessThan(0.5)
  expect(
    records.map(({ kind, details, text }) => [kind, details.inFolder ?? details.title, details.size, text]),
  ).toEqual([
    ['file', 'agenda.pdf', 8, 'agenda.pdf'],
    ['video', 'clip.mov', 4, 'clip.mov'],
    ['file', 'empty.doc', 0, 'empty.doc'],
    ['file', 'minutes.txt', 22, 'Café: the council met.'],
    ['file', 'notes/plan.md', 19, '# Plan\n\nÜber alles'],
    ['photo', 'scans/lake 2.png', PNG.length, 'lake 2.png'],
    ['photo', 'scans/lake 10.png', PNG.length + 4, 'lake 10.png'],
  ])
  const digest = createHash('sha256').update(PNG).digest()
  expect(records[5]).toMatchObject({
    at: changed.getTime(),
    atSource: '2024-05-06T07:08:09Z',
    sourceZone: 'UTC',
    author: '',
    details: { sha256: digest.toString('hex'), mime: 'image/png' },
    media: [{ role: 'photo', names: ['scans/lake 2.png'], digest }],
  })
  expect(plan.files.flatMap(({ use, name }) => (use === 'unread' ? [name] : []))).toEqual([
    'scans/._lake 2.png',
    'scans/.DS_Store',
    'Thumbs.db',
  ])
})

test('a date of a ZIP has no known zone, unless a program added one', async () => {
  const stamp = Buffer.alloc(9)
  stamp.writeUInt16LE(0x5455, 0)
  stamp.writeUInt16LE(5, 2)
  stamp.writeUInt8(1, 4)
  stamp.writeInt32LE(Date.UTC(2024, 4, 6, 7, 8, 9) / 1000, 5)
  const zip = rawZip([
    { name: 'a/none.txt', data: 'zero' },
    { name: 'a/exact.txt', data: 'two', extra: stamp },
  ])
  const folder = await writeFiles({ 'files.zip': zip })
  const { records } = await readPaths(files, [join(folder, 'files.zip')])
  expect(records.map(({ at, sourceZone, atSource }) => [at, sourceZone, atSource])).toEqual([
    [Date.UTC(2024, 4, 6, 7, 8, 9), 'UTC', '2024-05-06T07:08:09Z'],
    [null, null, '1979-11-30T00:00:00'],
  ])
  await writeZip(join(folder, 'written.zip'), [{ name: 'plain.txt', data: 'one' }])
  const [plain] = (await readPaths(files, [join(folder, 'written.zip')])).records
  expect([plain?.at, plain?.sourceZone]).toEqual([Date.UTC(2026, 0, 1), 'unknown'])
})

test('a text that is none, and a text too large to read, are files', async () => {
  const { records } = await readFiles(files, { 'a.txt': Buffer.from([0, 1, 2, 3]), 'b.txt': 'x'.repeat(17 << 20) })
  expect(records.map(({ text }) => text)).toEqual(['a.txt', 'b.txt'])
})

test('two folders with a file of one name give two records', async () => {
  const paths = [await writeFiles({ 'x.txt': 'one' }), await writeFiles({ 'x.txt': 'two' })]
  const { records } = await readPaths(files, paths)
  expect(records.map(({ text }) => text)).toEqual(['one', 'two'])
})
