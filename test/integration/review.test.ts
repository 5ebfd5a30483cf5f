// What a reviewer can rely on: nothing leaves undecided, unsigned or in another form than it was decided; what is redacted is in no file of the packet.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { intakeImport } from '../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../shared/contract/record.ts'
import { packetBuild, packetVerify, requestOpen } from '../../shared/contract/request.ts'
import {
  reviewDecide,
  reviewHits,
  reviewKeep,
  reviewList,
  reviewShow,
  reviewSign,
} from '../../shared/contract/review.ts'
import { type RecordId, RequestId } from '../../shared/domain/id.ts'
import type { AppliedGround, ReviewDraft } from '../../shared/domain/review.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { smallExport } from '../fixtures/x/small.ts'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { unzipped } from '../golden/packet-files.ts'
import { openTestArchive, type TestArchive } from '../support/archive.ts'
import { post, xFiles } from '../support/x-files.ts'

const id = RequestId.parse('26-0042')
const folders: string[] = []
const open: TestArchive[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const privacy: AppliedGround = {
  exemption: 'gov-7928.300',
  law: '',
  harm: '',
  describes: 'Name of a resident who complained',
}
const released: ReviewDraft = { outcome: 'release', grounds: [], redactions: [], reason: '' }

const WORDS = {
  first: 'María López of 12 Fir Street called about the fence',
  again: 'We met MARI\u0301A  LO\u0301PEZ in May. Ask https://l.example/mar%C3%ADa%20l%C3%B3pez',
  sealed: 'The officer on leave is Quokkason, badge 4471, for a medical reason',
  plain: 'The pothole on Oak Street is filled',
}

/** A vault with one request for everything in an export. */
async function asked(write: (folder: string) => Promise<string>) {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-review-'))
  folders.push(folder)
  const vault = await openTestArchive()
  open.push(vault)
  const take = async (path: string) => {
    const sources = [vault.archive.grant(path, 'read').grant]
    await vault.run(intakeImport, { sources, account: vault.account, platform: null })
  }
  await take(await write(folder))
  await vault.call(requestOpen, {
    id,
    receivedOn: LocalDate.parse('2026-11-16'),
    channel: 'portal',
    requester: 'R. Ortiz',
    text: 'All posts about Fir Street and its fence.',
    immediateDisclosure: false,
    accounts: [vault.account],
    from: null,
    to: null,
    search: 'kind:post',
  })
  const find = async (search: string): Promise<RecordId> => {
    const { rows } = await vault.call(recordPage, { search, before: null, limit: 2, live: false })
    const [row] = rows
    if (row === undefined || rows.length > 1) throw new Error(`${rows.length} records say ${search}`)
    return row.id
  }
  const decide = (record: RecordId, decision: ReviewDraft | null) =>
    vault.call(reviewDecide, { request: id, records: [record], decision })
  const sign = async () => vault.call(reviewSign, { request: id, decisions: (await list()).decisions })
  const list = () => vault.call(reviewList, { request: id })
  const build = () => {
    const path = join(folder, 'packet.zip')
    return vault.start(packetBuild, { request: id, to: vault.archive.grant(path, 'write').grant })
  }
  return { vault, folder, find, decide, sign, list, build, take }
}

type Asked = Awaited<ReturnType<typeof asked>>

async function posts(folder: string, name = 'x.zip', texts: readonly string[] = Object.values(WORDS)): Promise<string> {
  const path = join(folder, name)
  const made = Object.entries(xFiles(texts.map((text, nth) => post(nth, text))))
  writeFileSync(path, rawZip(made.map(([member, data]) => ({ name: member, data, method: 8 }))))
  return path
}

/** Takes words out of a record wherever its newest version says them. */
async function redact({ vault, decide }: Asked, record: RecordId, words: string, ground = privacy): Promise<void> {
  const { versions } = await vault.call(recordShow, { id: record })
  const newest = versions.at(-1)
  const from = newest?.text.indexOf(words) ?? -1
  if (newest === undefined || from < 0) throw new Error(`the record does not say ${words}`)
  const redactions = [{ field: 'text' as const, version: newest.digest, from, to: from + words.length, ground }]
  await decide(record, { outcome: 'redact', grounds: [], redactions, reason: '' })
}

/** Every file of the packet, and what independent programs read in its PDFs. */
async function leaving(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const [name, bytes] of await unzipped(readFileSync(join(folder, 'packet.zip')))) {
    files.set(name, bytes.toString('utf8'))
    if (!name.endsWith('.pdf')) continue
    const path = join(folder, 'read', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    files.set(`${name} as text`, execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }))
    files.set(`${name} in its order`, execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' }))
  }
  return files
}

const plainly = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\s/gu, '')
    .toLowerCase()
const saying = (files: ReadonlyMap<string, string>, words: string) =>
  [...files].flatMap(([name, text]) => (plainly(text).includes(plainly(words)) ? [name] : []))

describe('a reviewed request', () => {
  it('is answered only when every record is decided, every hit is settled, and the person responsible has signed', async () => {
    const review = await asked(posts)
    const { vault, find, decide, sign, list, build, folder } = review
    const [first, again, sealed, plain] = [
      await find('fence'),
      await find('met'),
      await find('badge'),
      await find('pothole'),
    ]
    await redact(review, first, 'María López')
    expect(await build()).toMatchObject({
      state: 'failed',
      problem: {
        code: 'REVIEW_INCOMPLETE',
        sentence: expect.stringMatching(/^3 records of 4 .*No packet was made\.$/),
      },
    })
    await decide(again, released)
    await decide(plain, released)
    await decide(sealed, {
      outcome: 'withhold',
      grounds: [{ ...privacy, describes: 'Medical leave' }],
      redactions: [],
      reason: '',
    })
    // The same name in another form stands elsewhere.
    const { hits } = await vault.call(reviewHits, { request: id })
    expect(hits).toMatchObject([{ record: again, redactedIn: first, words: 'María López' }])
    expect((await build()).problem?.sentence).toMatch(/^1 record says words that are redacted in another one/)
    await redact(review, again, 'MARI\u0301A  LO\u0301PEZ')
    expect((await vault.call(reviewHits, { request: id })).hits).toEqual([])
    expect((await build()).problem?.sentence).toMatch(
      /^3 records are redacted or withheld, and the person responsible has not signed/,
    )
    const [withheld] = (await vault.call(reviewShow, { request: id, record: sealed })).decision?.grounds ?? []
    if (withheld === undefined) throw new Error('nothing is withheld')
    const unchecked = { ...withheld, exemption: 'gov-7927.700' }
    await decide(sealed, { outcome: 'withhold', grounds: [unchecked], redactions: [], reason: '' })
    await sign()
    expect((await build()).problem?.sentence).toMatch(
      /kept back on Gov\. Code 7927\.700 alone, which nobody has confirmed/,
    )
    await decide(sealed, { outcome: 'withhold', grounds: [withheld], redactions: [], reason: '' })
    const before = await list()
    await sign()
    await decide(plain, { ...released, reason: 'Looked at twice' })
    expect((await list()).signature).toMatchObject({ by: 'clerk', current: false })
    expect((await build()).problem?.code).toBe('REVIEW_INCOMPLETE')
    await expect(vault.call(reviewSign, { request: id, decisions: before.decisions })).rejects.toThrow(
      'since you looked',
    )
    await sign()
    expect((await build()).state).toBe('succeeded')

    const files = await leaving(folder)
    expect(saying(files, 'López')).toEqual([])
    expect(saying(files, 'l%C3%B3pez')).toEqual([])
    expect(saying(files, 'Quokkason')).toEqual([])
    expect(saying(files, WORDS.plain)).toEqual(
      expect.arrayContaining(['Packet.pdf as text', 'index.html', 'records.csv', 'native/AB-2026-000004.json']),
    )
    expect(files.get('records.csv')).toContain('[redacted 1] of 12 Fir Street called about the fence')
    expect(files.get('index.html')).toContain('Withheld in full: ground 1 of the withholding log.')
    const log = files.get('withholding-log.pdf as text') ?? ''
    for (const words of ['Gov. Code 7928.300', 'Name of a resident who complained', 'Medical leave'])
      expect(plainly(log)).toContain(plainly(words))
    const proof = JSON.parse(files.get('redaction-proof.json') ?? '{}')
    expect(proof).toMatchObject({ found: 0, words: 3, notSearched: 0 })
    expect(proof.searched.map(({ layer }: { layer: string }) => layer)).toEqual(
      expect.arrayContaining([
        'PDF text',
        'PDF structure',
        'PDF metadata',
        'HTML text',
        'JSON names and values',
        'text as it stands',
      ]),
    )
    const packet = vault.archive.grant(join(folder, 'packet.zip'), 'read').grant
    expect((await vault.call(packetVerify, { packet })).findings).toEqual([])
    expect((await vault.call(reviewShow, { request: id, record: plain })).disclosed).toMatchObject([{ request: id }])
    expect((await vault.call(reviewShow, { request: id, record: sealed })).disclosed).toEqual([])
  })

  it('keeps words with a reason where they mean something else, and is decided anew where a record changed since', async () => {
    const review = await asked((folder) => posts(folder, 'x.zip', ['May called', 'Fair in May', 'Fair in June']))
    const { vault, find, decide, list, sign, build, folder, take } = review
    const [name, month, other] = [await find('called'), await find('May Fair'), await find('June')]
    await redact(review, name, 'May')
    for (const record of [month, other]) await decide(record, released)
    const { hits } = await vault.call(reviewHits, { request: id })
    expect(hits).toMatchObject([{ record: month, shown: 'Fair in May' }])
    const phrase = hits[0]?.phrase
    if (phrase === undefined) throw new Error('no hit')
    await vault.call(reviewKeep, { request: id, record: month, phrase, reason: 'It is the month' })
    await sign()
    expect((await build()).state).toBe('succeeded')
    expect(saying(await leaving(folder), 'Fair in May').length).toBeGreaterThan(3)

    await take(await posts(folder, 'later.zip', ['May called', 'Fair in May', 'Fair in June, moved to Oak Street']))
    expect((await list()).items).toEqual([
      { record: name, outcome: 'redact' },
      { record: month, outcome: 'release' },
      { record: other, outcome: null },
    ])
    expect(await vault.call(reviewShow, { request: id, record: other })).toMatchObject({ changed: true })
    expect((await build()).problem?.code).toBe('REVIEW_INCOMPLETE')
    await decide(other, { ...released, outcome: 'not-responsive', reason: 'Another street' })
    await sign()
    const built = await build()
    expect(built).toMatchObject({ state: 'succeeded', result: { items: 2 } })
    expect(saying(await leaving(folder), 'Oak Street')).toEqual([])
  })

  it('refuses a decision that says too little, or that lies outside of its record', async () => {
    const { vault, find, decide } = await asked(posts)
    const record = await find('fence')
    const { versions } = await vault.call(recordShow, { id: record })
    const version = versions[0]?.digest
    if (version === undefined) throw new Error('the record has no version')
    const withhold = (ground: AppliedGround): ReviewDraft => ({
      outcome: 'withhold',
      grounds: [ground],
      redactions: [],
      reason: '',
    })
    await expect(decide(record, withhold({ ...privacy, exemption: 'gov-7927.705' }))).rejects.toThrow(
      'works through another law',
    )
    await expect(decide(record, withhold({ ...privacy, exemption: 'gov-7922.000' }))).rejects.toThrow(
      'in practical terms',
    )
    await expect(decide(record, withhold({ ...privacy, exemption: '6254(c)' }))).rejects.toThrow()
    const far = { field: 'text' as const, version, from: 5, to: 5000, ground: privacy }
    await expect(decide(record, { ...released, outcome: 'redact', redactions: [far] })).rejects.toThrow(
      'outside of the text',
    )
    expect(await vault.call(reviewShow, { request: id, record })).toMatchObject({ decision: null, history: [] })
  })

  it('paints over a picture for good: nothing of it, nor what its file said besides, is in the packet', async () => {
    const review = await asked(async (folder) => (await smallExport(folder)).path)
    const { vault, list, decide, sign, build, folder } = review
    const { items } = await list()
    let painted: string | null = null
    for (const { record } of items) {
      const { versions } = await vault.call(recordShow, { id: record })
      const photo = versions.at(-1)?.media.find(({ mime }) => mime === 'image/jpeg' || mime === 'image/png')
      if (painted !== null || photo?.digest == null) {
        await decide(record, released)
        continue
      }
      painted = photo.digest
      const boxes = [{ left: 0, top: 0, width: 1, height: 0.5 }]
      const redactions = [
        { field: 'media' as const, digest: photo.digest, boxes, ground: { ...privacy, describes: 'A face' } },
      ]
      await decide(record, { outcome: 'redact', grounds: [], redactions, reason: '' })
    }
    expect(painted).not.toBeNull()
    await sign()
    expect((await build()).state).toBe('succeeded')
    const packet = vault.archive.grant(join(folder, 'packet.zip'), 'read').grant
    expect((await vault.call(packetVerify, { packet })).findings).toEqual([])
    const files = await unzipped(readFileSync(join(folder, 'packet.zip')))
    const [name, bytes] = [...files].find(([file]) => file.endsWith('-redacted.png')) ?? []
    if (name === undefined || bytes === undefined) throw new Error('no painted picture')
    const { exif, xmp, icc } = await sharp(bytes).metadata()
    expect({ exif, xmp, icc }).toEqual({ exif: undefined, xmp: undefined, icc: undefined })
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const upper = data.subarray(0, Math.ceil(info.height / 2) * info.width * info.channels)
    expect(upper.every((value) => value === 0)).toBe(true)
    expect(data.subarray(upper.length).some((value) => value !== 0)).toBe(true)
    const { createHash } = await import('node:crypto')
    expect([...files.values()].map((file) => createHash('sha256').update(file).digest('hex'))).not.toContain(painted)
  })
})
