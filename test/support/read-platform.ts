// Reads exports with one platform, as an import does, for the tests of platforms.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { MemberError } from '../../electron/core/intake/archive/archive.ts'
import type { ImportFinding } from '../../electron/core/intake/checkpoint.ts'
import type { ReadItem, RecordDraft } from '../../electron/core/intake/draft.ts'
import type { ExportPlan, Platform } from '../../electron/core/intake/platform.ts'
import { openTree } from '../../electron/core/intake/tree.ts'
import type { Recognition } from '../../shared/contract/intake.ts'

const never = new AbortController().signal

/** Everything read of one export. */
export interface ReadExport {
  readonly recognition: Recognition | null
  readonly plan: ExportPlan
  readonly items: readonly ReadItem[]
  readonly itemsOf: (name: string) => readonly ReadItem[]
  readonly records: readonly RecordDraft[]
  readonly findings: readonly ImportFinding[]
  /** Files that could not be read to their end, and why. */
  readonly damaged: ReadonlyMap<string, string>
}

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** Writes files into a new folder, removed after the tests of a file. Returns its path. */
export async function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** Reads an export given as files: name and content. */
export async function readFiles(
  platform: Platform,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<ReadExport> {
  return readPaths(platform, [await writeFiles(files)])
}

/** Reads an export that lies on the disk, in one or several parts (folders or ZIPs). */
export async function readPaths(platform: Platform, paths: readonly string[]): Promise<ReadExport> {
  const tree = await openTree(
    paths.map((path) => ({ path, name: basename(path) })),
    never,
  )
  const recognition = await platform.recognise(tree, never)
  const plan = await platform.plan(tree, never)
  const reader = await platform.open(tree, plan, await writeFiles({}), never)
  const byFile = new Map<string, ReadItem[]>()
  const findings: ImportFinding[] = []
  const damaged = new Map<string, string>()
  for (const file of plan.files) {
    if (file.use !== 'records') continue
    const items = byFile.get(file.name) ?? []
    byFile.set(file.name, items)
    try {
      for await (const group of reader.read(file, never)) items.push(...group)
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
      damaged.set(file.name, error.finding.sentence)
    }
    findings.push(...reader.findings())
  }
  await reader.close()
  await tree.set.close()
  const items = [...byFile.values()].flat()
  const records = items.flatMap(({ outcome }) => (outcome.type === 'record' ? [outcome.draft] : []))
  return { recognition, plan, items, itemsOf: (name) => byFile.get(name) ?? [], records, findings, damaged }
}

/** How many records of each kind. */
export function countKinds(records: readonly RecordDraft[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
