// Reads X exports for the tests of the platform: real archives of the fixture builder, and small ones made of a few files.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { MemberError } from '../../../electron/core/intake/archive/archive.ts'
import type { ImportFinding } from '../../../electron/core/intake/checkpoint.ts'
import type { ReadItem, RecordDraft } from '../../../electron/core/intake/draft.ts'
import type { ExportPlan, ExportTree } from '../../../electron/core/intake/platform.ts'
import x from '../../../electron/core/intake/platforms/x/platform.ts'
import { openReader } from '../../../electron/core/intake/platforms/x/reader.ts'
import { openTree } from '../../../electron/core/intake/tree.ts'

export const never = new AbortController().signal

/** Everything read of one export. */
export interface ReadExport {
  readonly tree: ExportTree
  readonly plan: ExportPlan
  /** Items by file, in order. */
  readonly items: ReadonlyMap<string, readonly ReadItem[]>
  readonly findings: readonly ImportFinding[]
  readonly damaged: ReadonlyMap<string, string>
}

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A new temporary folder, removed after the tests of a file. */
export async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-x-'))
  folders.push(folder)
  return folder
}

/** Opens packages (ZIPs or folders) as one tree; close its set. */
export const tree = (...paths: readonly string[]) =>
  openTree(
    paths.map((path) => ({ path, name: basename(path) })),
    never,
  )

/** Reads an export whole; `skip` leaves out files, as an import does that is taken up again. */
export async function readExport(
  paths: readonly string[],
  skip: (name: string) => boolean = () => false,
): Promise<ReadExport> {
  const opened = await tree(...paths)
  const plan = await x.plan(opened, never)
  const reader = await openReader(opened, plan, await temporary(), never)
  const items = new Map<string, readonly ReadItem[]>()
  const findings: ImportFinding[] = []
  const damaged = new Map<string, string>()
  for (const file of plan.files) {
    if (file.use !== 'records' || skip(file.name)) continue
    const found: ReadItem[] = []
    try {
      for await (const group of reader.read(file, never)) found.push(...group)
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
      damaged.set(file.name, error.finding.sentence)
    }
    items.set(file.name, [...(items.get(file.name) ?? []), ...found])
    findings.push(...reader.findings())
  }
  await reader.close()
  await opened.set.close()
  return { tree: opened, plan, items, findings, damaged }
}

/** The records of an export, or of one of its files. */
export function records(read: ReadExport, name?: string): readonly RecordDraft[] {
  const lists = name === undefined ? [...read.items.values()] : [read.items.get(name) ?? []]
  return lists.flat().flatMap(({ outcome }) => (outcome.type === 'record' ? [outcome.draft] : []))
}

/** Writes files into a new folder: a list becomes `window.YTD.<type>.part0 = […]` with the type of the file's name; a text stands as it is. */
export async function handmade(files: Readonly<Record<string, string | readonly unknown[]>>): Promise<string> {
  const folder = await temporary()
  for (const [name, content] of Object.entries(files)) {
    const global = basename(name, '.js')
      .replace(/-part\d+$/, '')
      .replaceAll('-', '_')
    const part = /-part(\d+)\.js$/.exec(name)?.[1] ?? '0'
    const text =
      typeof content === 'string' ? content : `window.YTD.${global}.part${part} = ${JSON.stringify(content, null, 2)}`
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

/** A list of contents that declares files with their counts. */
export function manifest(
  counts: Readonly<Record<string, number>>,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const types = Object.entries(counts).map(([name, count]) => {
    const type = basename(name, '.js').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    return [type, { files: [{ fileName: name, globalName: 'YTD.x.part0', count: String(count) }] }]
  })
  const config = {
    userInfo: { accountId: '281104733', userName: 'AlderBayCity', displayName: 'City of Alder Bay' },
    archiveInfo: { generationDate: '2026-09-14T15:50:12.345Z', isPartialArchive: false, ...more },
    dataTypes: Object.fromEntries(types),
  }
  return `window.__THAR_CONFIG = ${JSON.stringify(config)}`
}

/** A post with the fields that every post has. */
export const tweet = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  tweet: {
    id_str: id,
    id,
    created_at: 'Thu Feb 20 12:35:53 +0000 2025',
    full_text: `Post ${id}`,
    favorite_count: '3',
    retweet_count: '1',
    entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] },
    ...more,
  },
})

/** A note with the fields that every note has. */
export const note = (
  id: string,
  text: string,
  createdAt = '2025-02-20T12:35:53.000Z',
  urls: readonly unknown[] = [],
) => ({
  noteTweet: {
    noteTweetId: id,
    createdAt,
    updatedAt: createdAt,
    core: { text, urls, mentions: [], hashtags: [], styletags: [] },
  },
})
