// What a clerk can rely on when a web archive is read: every page and document a record, everything else accounted for.
import { describe, expect, test } from 'vitest'
import webArchive from '../../../electron/core/intake/platforms/web-archive/platform.ts'
import { answer, drafts, HOME, PNG, SITE, sha1, waczFiles, warcFile } from '../../fixtures/web-archive.ts'
import { seededRandom } from '../../support/archive.ts'
import { type ReadExport, readFiles } from '../../support/read-platform.ts'

const reasons = (read: ReadExport) =>
  read.items.flatMap(({ outcome }) => (outcome.type === 'passed-over' ? [outcome.reason] : []))
const failures = (read: ReadExport) =>
  read.items.flatMap(({ outcome }) => (outcome.type === 'failed' ? [outcome.code] : []))

describe('a WARC file', () => {
  test('gives a record for each captured page, text and document, with address, time, title, words and status', async () => {
    const read = await readFiles(webArchive, { 'crawl.warc': warcFile(drafts) })
    expect(read.recognition).toMatchObject({ platform: 'web', confidence: 0.97, layout: 'WARC/1.0' })
    expect(
      read.records.map(({ kind, nativeId, text, details }) => [kind, nativeId, text, details.status, details.mime]),
    ).toEqual([
      [
        'page',
        `${SITE}/ @ 2026-03-04T10:20:30Z`,
        'City of Alder Bay\nWelcome to the lake\n\nCafé & boats. All news',
        200,
        'text/html',
      ],
      ['page', `${SITE}/news @ 2026-03-04T10:20:40Z`, 'News\nThe pool opens.', 200, 'text/html'],
      ['page', `${SITE}/lost @ 2026-03-04T10:20:30Z`, 'Not found\nNothing here', 404, 'text/html'],
      ['file', `${SITE}/agenda.pdf @ 2026-03-04T10:21:00Z`, 'agenda.pdf', 200, 'application/pdf'],
      ['page', `${SITE}/notes.txt @ 2026-03-04T10:20:30Z`, 'Café minutes', 200, 'text/plain'],
      ['page', `${SITE}/altered @ 2026-03-04T10:20:30Z`, 'Altered', 200, 'text/html'],
      [
        'page',
        `${SITE}/ @ 2026-04-04T10:20:30Z`,
        'City of Alder Bay\nWelcome to the lake\n\nCafé & boats. All news',
        200,
        'text/html',
      ],
    ])
    expect(read.records[0]).toMatchObject({
      at: Date.UTC(2026, 2, 4, 10, 20, 30),
      precision: 'second',
      sourceZone: 'UTC',
      author: 'www.alderbay.example',
      conversation: `${SITE}/`,
      links: [{ shown: 'All news', target: `${SITE}/news` }],
      details: { title: 'City of Alder Bay', language: 'en', captureDigest: sha1(HOME) },
    })
    expect(JSON.stringify(read.records[0]?.details)).not.toContain('203.0.113.9')
  })

  test('accounts for every record that is not a page, and says of altered ones that they are', async () => {
    const read = await readFiles(webArchive, { 'crawl.warc': warcFile(drafts) })
    const outer = read.items.filter(({ nested }) => !nested)
    expect(outer).toHaveLength(drafts.length)
    expect(reasons(read)).toHaveLength(8)
    expect(new Set(reasons(read)).size).toBe(8)
    expect(failures(read)).toEqual(['capture-altered'])
    expect(read.items.find(({ outcome }) => outcome.type === 'failed')?.pointer).toBe(
      '/urn:uuid:00000000-0000-4000-8000-000000000012#1',
    )
  })

  test('keeps with a page the pictures that it shows, and names those that were not captured', async () => {
    const read = await readFiles(webArchive, { 'crawl.warc': warcFile(drafts) })
    const [lake, gone, ...more] = read.records[0]?.media ?? []
    expect(lake).toMatchObject({ role: 'photo', names: [`${SITE}/pictures/lake.png`], alt: 'The lake' })
    expect(Buffer.from(lake?.digest ?? []).length).toBe(32)
    expect(gone).toMatchObject({ names: [`${SITE}/pictures/gone.png`], digest: null })
    expect(more).toEqual([])
  })

  test('is read the same whether packed, unpacked or in several files, and each item is what stands at its place', async () => {
    const plain = warcFile(drafts)
    const one = await readFiles(webArchive, { 'crawl.warc': plain })
    const packed = await readFiles(webArchive, { 'crawl.warc.gz': warcFile(drafts, true) })
    expect(packed.records).toEqual(one.records)
    for (const { start, bytes, outcome } of one.items) {
      if (outcome.type === 'record') expect(plain.subarray(start, start + bytes.length).equals(bytes)).toBe(true)
    }
    const two = await readFiles(webArchive, {
      'a.warc': warcFile(drafts.slice(0, 5)),
      'b.warc.gz': warcFile(drafts.slice(5), true),
    })
    const essence = ({ records }: ReadExport) => records.map(({ nativeId, text, content }) => [nativeId, text, content])
    expect(essence(two)).toEqual(essence(one))
  })

  test('that was cut off gives what it still holds, and says where it ends', async () => {
    for (const packed of [false, true]) {
      const whole = warcFile(drafts.slice(0, 9), packed)
      const head = warcFile(drafts.slice(0, 8), packed).length
      for (const cut of [whole.length - 60, head + 40]) {
        const read = await readFiles(webArchive, { [packed ? 'x.warc.gz' : 'x.warc']: whole.subarray(0, cut) })
        expect(read.records.map(({ details }) => details.title)).toEqual(['City of Alder Bay', 'News'])
        expect([...read.damaged.values()]).toEqual([
          expect.stringMatching(/ends in the (?:middle|head) of a (?:packed )?record/),
        ])
      }
    }
  })

  test('whose packing is damaged gives what stands before the damage', async () => {
    const long = answer(`${SITE}/long`, 'text/html', '<title>Long</title>'.padEnd(40_000, 'word '))
    const records = [...drafts.slice(0, 8), long, ...drafts.slice(8)]
    const bytes = warcFile(records, true)
    const before = warcFile(records.slice(0, 9), true).length
    bytes.fill(0x55, before + 30, before + 60)
    const read = await readFiles(webArchive, { 'x.warc.gz': bytes })
    expect(read.records.map(({ details }) => details.title)).toEqual(['City of Alder Bay', 'News'])
    expect([...read.damaged.values()]).toEqual([expect.stringContaining('is damaged where it is packed')])
  })

  test('that goes on with something else gives what stands before', async () => {
    const noise = Buffer.alloc(6 << 20, 'no record at all ')
    const read = await readFiles(webArchive, { 'x.warc': Buffer.concat([warcFile(drafts.slice(0, 3)), noise]) })
    expect(read.records).toHaveLength(1)
    expect([...read.damaged.values()]).toEqual([expect.stringContaining('no record')])
  })

  test('a later capture whose first copy is elsewhere is a record that says so', async () => {
    const revisit = drafts.filter(({ type }) => type === 'revisit')
    const read = await readFiles(webArchive, { 'later.warc': warcFile(revisit) })
    expect(read.records).toMatchObject([
      {
        kind: 'page',
        text: '',
        details: { unchangedSince: '2026-03-04T10:20:30Z', firstCopy: expect.stringContaining('not in this archive') },
      },
    ])
  })

  test('a film larger than memory should hold is digested as it streams', async () => {
    const film = Buffer.alloc(17 << 20, 'film')
    const page = answer(`${SITE}/film`, 'text/html', '<video src="/film.mp4">')
    const records = [page, answer(`${SITE}/film.mp4`, 'video/mp4', film)]
    const read = await readFiles(webArchive, { 'x.warc': warcFile(records) })
    expect(read.records[0]?.media).toMatchObject([{ role: 'video', names: [`${SITE}/film.mp4`] }])
    expect(failures(read)).toEqual([])
  }, 60_000)
})

describe('a WACZ', () => {
  test('is held against its own lists: digests, pages, index', async () => {
    const read = await readFiles(webArchive, waczFiles())
    expect(read.recognition).toMatchObject({ layout: 'WACZ 1.1.1 with WARC/1.0', generatedAt: Date.UTC(2026, 2, 5) })
    expect(read.records).toHaveLength(7)
    expect(read.plan.files.every(({ use }) => use === 'records')).toBe(true)
    expect(failures(read)).toEqual(['page-not-captured', 'capture-missing', 'capture-altered'])
    const altered = read.records.find(({ conversation }) => conversation === `${SITE}/altered`)
    expect(altered).toMatchObject({ text: 'Listed title\nAltered', details: { title: 'Listed title' } })
    expect(read.records[0]?.details.listedTitle).toBe('Home, as listed')
  })

  test('says of each file that was changed, is missing, or is not listed', async () => {
    const files = waczFiles()
    const { 'indexes/index.cdx': _, ...rest } = files
    const read = await readFiles(webArchive, {
      ...rest,
      'pages/pages.jsonl': `${files['pages/pages.jsonl']}\n`,
      'archive/second.warc': warcFile(drafts.slice(0, 2)),
    })
    expect(failures(read).slice(0, 3).sort()).toEqual(['package-digest', 'package-file-missing', 'package-unlisted'])
  })
})

test('no damage makes reading fail: what is found are records, findings, or a place where the file ends', async () => {
  const random = seededRandom('web archive')
  for (let round = 0; round < 60; round++) {
    const files: Record<string, Buffer> = round % 2 === 0 ? waczFiles() : { 'x.warc': warcFile(drafts) }
    for (const [name, bytes] of Object.entries(files)) {
      const changed = Buffer.from(bytes)
      for (let nth = 0; nth < 6; nth++) {
        const [at = 0, more = 0, value = 0] = random(3)
        changed[Math.floor(((at * 256 + more) / 65_536) * changed.length)] = value
      }
      files[name] = changed
    }
    const read = await readFiles(webArchive, files)
    for (const { outcome } of read.items) expect(outcome.type).not.toBe('joined')
    for (const sentence of read.damaged.values()) expect(sentence).toMatch(/Everything before that was read/)
  }
}, 120_000)

test('a text that only mentions WARC is none', async () => {
  const read = await readFiles(webArchive, { 'notes.txt': 'See WARC/1.0 for more', 'a.png': PNG })
  expect(read.recognition).toBeNull()
})
