// What a reader of records.pdf can rely on: a number on every page that no other bears, a note for what is taken out, an order to read in, and a sound file.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { noteWrite } from '../../../shared/contract/note.ts'
import { packetVerify } from '../../../shared/contract/request.ts'
import { Pdf } from '../../golden/typeset-read.ts'
import { asked, closeReviews, id, leaving, posts, redact, released, WORDS } from '../../support/reviewed.ts'
import { expectSound } from '../../support/sound-pdf.ts'

afterAll(closeReviews)

/** What a hold is about, and what its note says. */
const PRIVILEGED = 'Quibblewick settlement'

/** A packet in which a name is redacted and a record withheld. */
async function packet(concordance: boolean) {
  const review = await asked(posts)
  const { vault, find, decide, sign, folder, build } = review
  const [first, again, sealed, plain] = [
    await find('fence'),
    await find('met'),
    await find('badge'),
    await find('pothole'),
  ]
  await redact(review, first, 'María López')
  await redact(review, again, 'MARI\u0301A  LO\u0301PEZ')
  await decide(plain, released)
  const scope = { search: null, accounts: [vault.account], from: null, to: null, recordIds: [] }
  const order = {
    matter: `${PRIVILEGED} v. City`,
    attorney: 'Dana Whitfield',
    orderedBy: 'City Attorney',
    document: null,
  }
  const { id: hold } = await vault.call(holdPlace, { label: 'Hold 2026-4', basis: 'litigation', scope, ...order })
  for (const subject of [{ kind: 'hold', id: String(hold) } as const, { kind: 'request', id } as const])
    await vault.call(noteWrite, { subject, note: null, text: `Counsel says of ${PRIVILEGED}: wait` })
  const ground = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'Medical leave' }
  await decide(sealed, { outcome: 'withhold', grounds: [ground], redactions: [], reason: '' })
  await sign()
  const job = await build({ concordance })
  expect(job.problem).toBeNull()
  return { vault, folder, files: await leaving(folder) }
}

describe('records.pdf', () => {
  let running: ReturnType<typeof packet>
  beforeAll(async () => {
    running = packet(false)
    await running
  })

  it('numbers every page, and says below each record what was taken out and on what ground', async () => {
    const { folder, files } = await running
    const pdf = join(folder, 'read', 'records.pdf')
    const pages = (files.get('records.pdf as text') ?? '').split('\f').slice(0, -1)
    const numbers = pages.map((page) => /AB-P\d{4}-\d{6}(?=\s*$)/.exec(page)?.[0])
    expect(numbers).toEqual(pages.map((_, place) => `AB-P0001-${String(place + 1).padStart(6, '0')}`))
    const read = files.get('records.pdf in its order') ?? ''
    const order = [
      'Public records request 26-0042',
      '3 posts, 1 withheld in full',
      'What was searched',
      'Posts and other public records',
      'AB-2026-000001',
      'What the numbers in brackets stand for is told below this record.',
      '[redacted 1]',
      'of 12 Fir Street called about the fence',
      'Gov. Code 7928.300',
      'Name of a resident who complained',
      'Source: export 1',
      'AB-2026-000002',
      'Withheld in full: ground',
      'Medical leave',
      'AB-2026-000004',
    ]
    let at = 0
    for (const words of order) {
      const next = read.indexOf(words, at)
      expect(next, words).toBeGreaterThanOrEqual(at)
      at = next
    }
    expect(read).not.toContain('López')
    const text = execFileSync('pdfinfo', ['-struct', pdf], { encoding: 'utf8' })
    expect(text.match(/^\s*Note /gm)).toHaveLength(3)
    const table = files.get('records.csv') ?? ''
    const log = files.get('withholding-log.csv') ?? ''
    expect(table).toMatch(/^AB-2026-000001,AB-P0001-00000\d,AB-P0001-00000\d,/m)
    expect(log).toMatch(/AB-2026-000001,AB-P0001-00000\d/)
  })

  it('says nothing of a hold, of its matter and of notes, as no other file of the packet does', async () => {
    const { files } = await running
    const said = [...files].filter(([, text]) => text.includes(PRIVILEGED) || text.includes('Hold 2026-4'))
    expect(said.map(([name]) => name)).toEqual([])
    expect(files.size).toBeGreaterThan(10)
  })

  it('is a sound file that claims no standard while nobody has looked at what a program cannot tell', async () => {
    const { folder } = await running
    for (const name of ['records.pdf', 'withholding-log.pdf']) {
      const path = join(folder, 'read', name)
      expectSound(path)
      const pdf = new Pdf(readFileSync(path))
      const catalog = pdf.find('/Type /Catalog')
      const notes = pdf.all('/S/Note').map((note) => /\/ID \((n\d{8})\)/.exec(note)?.[1])
      expect(new Set(notes).size).toBe(notes.length)
      expect(notes).not.toContain(undefined)
      const tree = pdf.object(pdf.reference(catalog, 'StructTreeRoot'))
      expect(tree.includes('/IDTree')).toBe(notes.length > 0)
    }
  })
})

describe('a record that is longer than a page', () => {
  it('says at the head of each further page which it is and where it began; its marks lead to its note', async () => {
    const lines = Array.from({ length: 150 }, (_, nth) => `Line ${nth + 1} of the report, which [redacted 7] wrote.`)
    const long = ['María López spoke first.', ...lines, 'MARIA LOPEZ spoke last.'].join('\n')
    const review = await asked((folder) => posts(folder, 'x.zip', [WORDS.plain, long]))
    await redact(review, await review.find('report'), 'María López')
    await review.decide(await review.find('pothole'), released)
    await review.sign()
    expect((await review.build()).problem).toBeNull()
    const files = await leaving(review.folder)
    const pages = (files.get('records.pdf as text') ?? '').split('\f').slice(0, -1)
    const label = /(AB-2026-\d{6}),AB-P0001/.exec(files.get('withholding-log.csv') ?? '')?.[1] ?? ''
    const [, first = '', last = ''] =
      new RegExp(`^${label},(AB-P0001-\\d{6}),(AB-P0001-\\d{6})`, 'm').exec(files.get('records.csv') ?? '') ?? []
    const on = (number: string) => Number(number.slice(-6)) - 1
    expect(on(last)).toBeGreaterThan(on(first) + 1)
    for (const [place, text] of pages.entries()) {
      const goesOn = place > on(first) && place <= on(last)
      expect(text.includes(`${label}, continued from ${first}`), `page ${place + 1}`).toBe(goesOn)
    }
    expect(files.get('records.pdf in its order')).not.toContain('continued from')
    const { compared } = JSON.parse(files.get('redaction-proof.json') ?? '')
    const whole = { equalByLetters: 0, notCompared: 0 }
    expect(compared).toEqual([
      { layer: 'PDF records', equal: 2, ...whole },
      { layer: 'HTML records', equal: 2, ...whole },
      { layer: 'CSV rows', equal: 2, ...whole },
      { layer: 'XLSX rows', equal: 2, ...whole },
      { layer: 'JSON of released fields', equal: 1, ...whole },
    ])

    const path = join(review.folder, 'read', 'records.pdf')
    expectSound(path)
    const pdf = new Pdf(readFileSync(path))
    const links = pdf.all('/Subtype/Link').filter((link) => link.includes('/Dest'))
    expect(links).toHaveLength(2)
    for (const link of links) {
      const [, page, top] = /^\[(\d+) 0 R \/XYZ \S+ (\S+) null\]/.exec(pdf.at(link, 'Dest')) ?? []
      const note = pdf.pages.find(({ id }) => id === Number(page))
      expect(pdf.pages.indexOf(note ?? { id: 0, content: '', fonts: new Map() })).toBe(on(last))
      expect(Number(top)).toBeGreaterThan(0)
      expect(note && pdf.pageText(note)).toContain('Gov. Code 7928.300')
    }
    expect(pdf.all('/S/Reference')).toHaveLength(2)
  }, 60_000)
})

describe('a load file', () => {
  it('names the pages, the text and the native file of each record, in the numbers of records.pdf', async () => {
    const { vault, folder, files } = await packet(true)
    const dat = files.get('load-file/records.dat') ?? ''
    expect(dat.startsWith('\uFEFFþBEGBATESþ\u0014þENDBATESþ')).toBe(true)
    const rows = dat
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split('\u0014').map((cell) => cell.replace(/^þ(.*)þ$/, '$1')))
    const [head = [], ...body] = rows
    expect(body).toHaveLength(4)
    const loaded = body.map((cells) => new Map(head.map((name, place) => [name, cells[place] ?? ''])))
    const opt = (files.get('load-file/records.opt') ?? '').trimEnd().split('\r\n')
    const whole = (files.get('records.pdf as text') ?? '').split('\f')
    let before = ''
    for (const [nth, record] of loaded.entries()) {
      const first = record.get('BEGBATES') ?? ''
      expect(first > before).toBe(true)
      before = record.get('ENDBATES') ?? ''
      const path = (name: string) => (record.get(name) ?? '').replaceAll('\\', '/')
      expect(files.has(path('TEXTPATH'))).toBe(true)
      const pages = (files.get(`${path('PDFPATH')} as text`) ?? '').split('\f').slice(0, -1)
      expect(pages).toHaveLength(Number(record.get('PAGECOUNT')))
      expect(opt[nth]).toBe(`${first},AB-P0001,${record.get('PDFPATH')},Y,,,${pages.length}`)
      // Each page is, to the letter, the page of that number in records.pdf.
      for (const page of pages) expect(whole).toContain(page)
      expectSound(join(folder, 'read', path('PDFPATH')))
      const withheld = record.get('REDACTED')?.startsWith('Withheld') === true
      expect(files.has(path('NATIVEPATH'))).toBe(!withheld)
    }
    expect([...files].filter(([, text]) => /L[oó]pez/i.test(text)).map(([name]) => name)).toEqual([])
    const grant = vault.archive.grant(join(folder, 'packet.zip'), 'read').grant
    expect((await vault.call(packetVerify, { packet: grant })).findings).toEqual([])
  })
})
