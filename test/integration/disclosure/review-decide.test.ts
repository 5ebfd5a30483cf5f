// The review through the archive: what its reviewer saw, words that are taken out wherever they stand, files that go whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { recordShow } from '../../../shared/contract/record.ts'
import { requestOpen } from '../../../shared/contract/request.ts'
import {
  reviewDecide,
  reviewDecideAlike,
  reviewList,
  reviewShow,
  reviewTwins,
} from '../../../shared/contract/review.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { groundKeys, keyed } from '../../../shared/domain/review/ground-keys.ts'
import { redactRecord } from '../../../shared/domain/review/redact-record.ts'
import type { AppliedGround, Redaction, ReviewDraft } from '../../../shared/domain/review/review.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { kept, reviewExport } from '../../support/review-export.ts'
import { post, xFiles } from '../../support/x-files.ts'

const request = RequestId.parse('26-0007')
const ground: AppliedGround = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'A name' }
const releasing: ReviewDraft = { outcome: 'release', grounds: [], redactions: [], reason: '' }
const redacting = (...redactions: Redaction[]): ReviewDraft => ({ ...releasing, outcome: 'redact', redactions })

let vault: TestArchive
let folder: string
afterEach(async () => {
  await vault.close()
  rmSync(folder, { recursive: true, force: true })
})

async function received() {
  folder = mkdtempSync(join(tmpdir(), 'muniment-review-'))
  vault = await openTestArchive()
  await take(await reviewExport(folder))
  await vault.call(requestOpen, {
    ...{ id: request, receivedOn: LocalDate.parse('2026-11-16'), channel: 'portal', requester: '', text: 'All posts.' },
    ...{ immediateDisclosure: false, accounts: [], from: null, to: null, search: 'kind:post' },
  })
  return (await vault.call(reviewList, { request })).items.map(({ record }) => record)
}

const take = async (path: string) =>
  vault.run(intakeImport, {
    sources: [vault.archive.grant(path, 'read').grant],
    account: vault.account,
    platform: null,
  })

test('a decision is about what the reviewer saw: what came in meanwhile leaves the record undecided', async () => {
  const [first] = await received()
  if (first === undefined) throw new Error('nothing answers the request')
  const seen = (await vault.call(recordShow, { id: first })).versions.map(({ digest }) => digest)
  const later = join(folder, 'later.zip')
  const files = Object.entries(xFiles([post(1, `Call ${kept.phone} now, not the other number.`)]))
  writeFileSync(later, rawZip(files.map(([name, data]) => ({ name, data, method: 8 }))))
  await take(later)
  await vault.call(reviewDecide, { request, records: [first], decision: releasing, seen })
  expect((await vault.call(reviewShow, { request, record: first })).changed).toBe(true)
  expect((await vault.call(reviewList, { request })).items[0]?.outcome).toBeNull()
  await vault.call(reviewDecide, { request, records: [first], decision: releasing })
  expect((await vault.call(reviewList, { request })).items[0]?.outcome).toBe('release')
  const two = vault.call(reviewDecide, { request, records: [first, first], decision: releasing, seen })
  await expect(two).rejects.toMatchObject({ code: 'INPUT_INVALID' })
})

test('what somebody decided since the reviewer looked is not overwritten', async () => {
  const records = await received()
  const [first, second] = records
  if (first === undefined || second === undefined) throw new Error('too few records')
  const author = redacting({ field: 'author', ground })
  await vault.call(reviewDecide, { request, records: [first], decision: author, known: 0 })
  const late = vault.call(reviewDecide, { request, records: [first], decision: releasing, known: 0 })
  await expect(late).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringContaining('since you looked'),
  })
  const rest = await vault.call(reviewDecide, { request, records, decision: releasing, onlyOpen: true })
  expect(rest.decided).toBe(records.length - 1)
  const { items } = await vault.call(reviewList, { request })
  expect(items.map(({ outcome }) => outcome)).toEqual(
    records.map((record) => (record === first ? 'redact' : 'release')),
  )
  await vault.call(reviewDecide, { request, records: [first], decision: null, known: 1 })
  expect((await vault.call(reviewShow, { request, record: first })).decision).toBeNull()
})

test('words are taken out wherever the record says them, and must stand in it', async () => {
  const [first] = await received()
  if (first === undefined) throw new Error('nothing answers the request')
  const words = redacting({ field: 'words', words: kept.first, ground })
  await vault.call(reviewDecide, { request, records: [first], decision: words })
  const record = await vault.call(recordShow, { id: first })
  const released = redactRecord(record, keyed(words.redactions, groundKeys().keyOf))
  expect(JSON.stringify(released)).not.toMatch(/maywood/i)
  expect(released.versions[0]?.text).toContain('Ask [redacted 1] Lopez')
  const absent = redacting({ field: 'words', words: 'Quokka', ground })
  await expect(vault.call(reviewDecide, { request, records: [first], decision: absent })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  })
})

test('a file that goes whole goes, though boxes were painted in it before', async () => {
  const records = await received()
  const photo = records[3]
  if (photo === undefined) throw new Error('no photo')
  const record = await vault.call(recordShow, { id: photo })
  const digest = record.versions[0]?.media[0]?.digest
  if (!digest) throw new Error('no photo')
  const box = { left: 0, top: 0, width: 0.5, height: 0.5 }
  const both: Redaction[] = [
    { field: 'media', digest, boxes: [box], ground },
    { field: 'media', digest, boxes: [], ground },
  ]
  const made = { digest, size: 1 }
  const redactions = keyed(both, groundKeys().keyOf, ({ boxes }) => (boxes.length > 0 ? made : null))
  const [item] = redactRecord(record, redactions).versions[0]?.media ?? []
  expect(item).toMatchObject({ digest: null, name: '[redacted 1]' })
})

test('grounds are told with the number of their records, the one used last first', async () => {
  const [first, second, third] = await received()
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few records')
  const other = { ...ground, describes: 'A number' }
  const author = (by: AppliedGround) => redacting({ field: 'author', ground: by })
  await vault.call(reviewDecide, { request, records: [first], decision: author(other) })
  await vault.call(reviewDecide, { request, records: [second], decision: author(ground) })
  await vault.call(reviewDecide, { request, records: [third], decision: author(ground) })
  const { grounds } = await vault.call(reviewList, { request })
  expect(grounds.map((one) => [one.ground.describes, one.records])).toEqual([
    ['A name', 2],
    ['A number', 1],
  ])
})

test('records that say and show the same are decided like one of them, each by an entry of its own; what differs is left', async () => {
  await received()
  const words = `Ask ${kept.name} about the gate.`
  const files = xFiles([
    post(21, words),
    post(22, words),
    post(23, words),
    post(24, words),
    post(25, 'Ask about the gate.'),
  ])
  const path = join(folder, 'gate.zip')
  writeFileSync(path, rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 }))))
  await take(path)
  const { groups } = await vault.call(reviewTwins, { request })
  expect(groups.map((ids) => ids.length)).toEqual([4])
  const [first, second, third, fourth] = groups[0] ?? []
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    throw new Error('no twins')
  const { items } = await vault.call(reviewList, { request })
  const other = items.find(({ record }) => !groups[0]?.includes(record))?.record
  if (other === undefined) throw new Error('nothing else')

  const alike = (known: number, ...others: (typeof first)[]) =>
    vault.call(reviewDecideAlike, { request, record: first, known, others })
  await expect(alike(0, second)).rejects.toThrow('Nothing stands decided')
  const version = (await vault.call(recordShow, { id: first, opened: false })).versions[0]
  if (version === undefined) throw new Error('no version')
  const from = words.indexOf(kept.name)
  const redaction = { field: 'text' as const, version: version.digest, from, to: from + kept.name.length, ground }
  await vault.call(reviewDecide, { request, records: [first], decision: redacting(redaction) })
  await vault.call(reviewDecide, { request, records: [third], decision: releasing })
  await expect(alike(0, second)).rejects.toThrow('since you looked')
  expect(await alike(1, second, third, other)).toEqual({ decided: [second], left: [third, other] })

  const { decision } = await vault.call(reviewShow, { request, record: second })
  const own = await vault.call(recordShow, { id: second, opened: false })
  expect(decision?.redactions).toEqual([{ ...redaction, version: own.versions[0]?.digest }])
  expect(own.versions[0]?.digest).not.toBe(version.digest)
  const released = redactRecord(own, keyed(decision?.redactions ?? [], groundKeys().keyOf))
  expect(released.versions[0]?.text).toBe('Ask [redacted 1] about the gate.')
  const outcomes = new Map((await vault.call(reviewList, { request })).items.map((one) => [one.record, one.outcome]))
  expect([first, second, third, fourth].map((one) => outcomes.get(one))).toEqual(['redact', 'redact', 'release', null])
})
