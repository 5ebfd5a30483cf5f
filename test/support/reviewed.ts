// A vault with a request to review, and what leaves it as independent programs read it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { intakeImport } from '../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../shared/contract/record.ts'
import { packetBuild, requestOpen } from '../../shared/contract/request.ts'
import { reviewDecide, reviewList, reviewSign } from '../../shared/contract/review.ts'
import { type RecordId, RequestId } from '../../shared/domain/id.ts'
import type { AppliedGround, ReviewDraft } from '../../shared/domain/review/review.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { unzipped } from '../golden/packet-files.ts'
import { openTestArchive, type TestArchive } from './archive.ts'
import { post, xFiles } from './x-files.ts'

export const id = RequestId.parse('26-0042')
const folders: string[] = []
const open: TestArchive[] = []
/** Closes the vaults that were made and removes their folders. */
export async function closeReviews(): Promise<void> {
  for (const one of open.splice(0)) await one.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

export const privacy: AppliedGround = {
  exemption: 'gov-7928.300',
  law: '',
  harm: '',
  describes: 'Name of a resident who complained',
}
export const released: ReviewDraft = { outcome: 'release', grounds: [], redactions: [], reason: '' }

export const WORDS = {
  first: 'María López of 12 Fir Street called about the fence',
  again: 'We met MARI\u0301A  LO\u0301PEZ in May. Ask https://l.example/mar%C3%ADa%20l%C3%B3pez',
  sealed: 'The officer on leave is Quokkason, badge 4471, for a medical reason',
  plain: 'The pothole on Oak Street is filled',
}

/** A vault with one request for everything in an export; of a city with no ordinance unless it is said. */
export async function asked(write: (folder: string) => Promise<string>, city?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-review-'))
  folders.push(folder)
  const vault = await openTestArchive(city === undefined ? {} : { city })
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
  const build = (
    asked: { readonly concordance?: boolean; readonly whole?: boolean; readonly instalment?: boolean } = {},
  ) => {
    const path = join(folder, 'packet.zip')
    return vault.start(packetBuild, { request: id, to: vault.archive.grant(path, 'write').grant, ...asked })
  }
  return { vault, folder, find, decide, sign, list, build, take }
}

export type Asked = Awaited<ReturnType<typeof asked>>

/** An export with posts that say these texts; a post may be given as the platform writes it. */
export async function posts(
  folder: string,
  name = 'x.zip',
  texts: readonly (string | object)[] = Object.values(WORDS),
): Promise<string> {
  const path = join(folder, name)
  const made = Object.entries(xFiles(texts.map((text, nth) => (typeof text === 'string' ? post(nth, text) : text))))
  writeFileSync(path, rawZip(made.map(([member, data]) => ({ name: member, data, method: 8 }))))
  return path
}

/** Takes words out of a record wherever its newest version says them. */
export async function redact(
  { vault, decide }: Asked,
  record: RecordId,
  words: string,
  ground = privacy,
): Promise<void> {
  const { versions } = await vault.call(recordShow, { id: record })
  const newest = versions.at(-1)
  const from = newest?.text.indexOf(words) ?? -1
  if (newest === undefined || from < 0) throw new Error(`the record does not say ${words}`)
  const redactions = [{ field: 'text' as const, version: newest.digest, from, to: from + words.length, ground }]
  await decide(record, { outcome: 'redact', grounds: [], redactions, reason: '' })
}

/** Every file of the packet, and what independent programs read in its PDFs. */
export async function leaving(folder: string): Promise<Map<string, string>> {
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

export const plainly = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\s/gu, '')
    .toLowerCase()
export const saying = (files: ReadonlyMap<string, string>, words: string) =>
  [...files].flatMap(([name, text]) => (plainly(text).includes(plainly(words)) ? [name] : []))
