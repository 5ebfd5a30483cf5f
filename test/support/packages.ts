// Puts packages on disk for a test and opens them; everything is gone after the test.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type ArchivePolicy,
  type ArchiveSet,
  DEFAULT_POLICY,
  type Member,
  type MemberAccess,
  MemberError,
  type PackageSource,
} from '../../electron/core/intake/archive/archive.ts'
import { openArchiveSet } from '../../electron/core/intake/archive/open-archive.ts'

/** A folder of its own for the running test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-archive-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A file with these bytes, as a source. */
export function packageOf(bytes: Buffer, name = 'export.zip'): PackageSource {
  const path = join(scratchFolder(), 'package.zip')
  writeFileSync(path, bytes)
  return { path, name }
}

/** Opens sources, or bytes as the one ZIP of a set; closed after the test. */
export async function opened(
  what: Buffer | readonly PackageSource[],
  policy: Partial<ArchivePolicy> = {},
): Promise<ArchiveSet> {
  const sources = Buffer.isBuffer(what) ? [packageOf(what)] : what
  const set = await openArchiveSet(sources, { ...DEFAULT_POLICY, ...policy }, new AbortController().signal)
  onTestFinished(() => set.close())
  return set
}

/** A member's text, or the code of what is wrong with it. */
export async function textOf(set: ArchiveSet, member: Member | undefined, access?: MemberAccess): Promise<string> {
  if (member === undefined) return 'not there'
  const chunks: Buffer[] = []
  try {
    for await (const chunk of set.read(member, new AbortController().signal, access)) chunks.push(chunk)
  } catch (error) {
    if (error instanceof MemberError) return `! ${error.finding.code}`
    throw error
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Name → text or `! code`, for every member. */
export async function contents(set: ArchiveSet): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const member of set.members) all[member.name] = await textOf(set, member)
  return all
}

/** The codes found at opening, in order. */
export function codes(set: ArchiveSet): string[] {
  return set.findings.map(({ code }) => code)
}
