// Archives inside what was chosen (a `posts.zip` of an export, a folder of downloaded parts): taken out, one level deep.
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mkdir } from '../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../vault/cipher/streams.ts'
import { type ArchiveSet, DEFAULT_POLICY, type Member, MemberError } from './archive/archive.ts'
import { archiveFinding } from './archive/finding.ts'
import { openArchiveSet } from './archive/open-archive.ts'
import type { ImportFinding } from './checkpoint.ts'
import { type LaidSource, layOutOne, type Scratch } from './lay-out.ts'

const MOST = 200

/** Everything that was chosen as sources of one tree, why some are none, and what was found on the way. */
export interface Laid {
  readonly sources: readonly LaidSource[]
  readonly refusals: readonly string[]
  readonly findings: readonly ImportFinding[]
}

/**
 * Lays all sources out, archives inside them too. An inner archive that cannot be opened is a finding, and the rest goes on.
 * @param scratch an empty folder, which the caller takes away
 */
export async function layOut(
  chosen: readonly { readonly path: string; readonly name: string }[],
  scratch: Scratch,
  signal: AbortSignal,
): Promise<Laid> {
  await mkdir(scratch.folder, { recursive: true })
  const sources: LaidSource[] = []
  const refusals: string[] = []
  const findings: ImportFinding[] = []
  for (const { path, name } of chosen) {
    const laid = await layOutOne({ path, name }, sources.length, scratch, signal)
    if ('refused' in laid) refusals.push(laid.refused)
    else {
      sources.push(laid.source)
      findings.push(...laid.findings)
    }
  }
  const set = await openArchiveSet(sources, DEFAULT_POLICY, signal)
  try {
    const inner = set.members.filter(({ finding }) => finding?.code === 'nested-archive')
    for (const [nth, member] of inner.entries()) {
      signal.throwIfAborted()
      const outer = sources[member.part]
      if (outer === undefined) continue
      const opened =
        nth < MOST ? await openInner(set, member, outer, sources.length, scratch, signal) : tooMany(member, outer)
      if ('sentence' in opened)
        findings.push({ code: opened.code, file: member.name, position: null, sentence: opened.sentence })
      else {
        sources.push(opened.source)
        findings.push(...opened.findings)
      }
    }
  } finally {
    await set.close()
  }
  return { sources, refusals, findings }
}

type Inner =
  | { readonly source: LaidSource; readonly findings: readonly ImportFinding[] }
  | { readonly code: string; readonly sentence: string }

function tooMany(member: Member, outer: LaidSource): Inner {
  const place = { part: member.part, partName: outer.name, member: member.name }
  return archiveFinding('too-many-archives', place, String(MOST))
}

async function openInner(
  set: ArchiveSet,
  member: Member,
  outer: LaidSource,
  part: number,
  scratch: Scratch,
  signal: AbortSignal,
): Promise<Inner> {
  try {
    const inside = { part: member.part, name: member.name }
    const path =
      outer.form === 'zip'
        ? await takenOut(set, member, join(scratch.folder, `inner-${part}`), scratch, signal)
        : member.path
    if (path === null) return unopened('there is not enough room on the disk to open it')
    const name = basename(member.name)
    const laid = await layOutOne({ path, name, depth: 1, inside }, part, scratch, signal)
    if ('refused' in laid) return unopened(laid.refused)
    const refused = await refusalOf(laid.source, signal)
    if (refused !== null) return unopened(refused)
    const source = { ...laid.source, name: `${member.name} in ${outer.name}` }
    return { source, findings: laid.findings }
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
    return unopened(error.message)
  }

  function unopened(why: string): Inner {
    const sentence = `“${member.name}” in “${outer.name}” is an archive that could not be opened: ${why} It is kept as it is.`
    return { code: 'inner-archive-unopened', sentence }
  }
}

/** A copy of an inner archive; null where there is no room for it. */
async function takenOut(
  set: ArchiveSet,
  member: Member,
  to: string,
  scratch: Scratch,
  signal: AbortSignal,
): Promise<string | null> {
  if (member.size > scratch.room) return null
  scratch.room -= member.size
  await pipeline(Readable.from(set.read(member, signal, 'asked'), { objectMode: false }), createWriteStream(to), {
    signal,
  })
  return to
}

async function refusalOf(source: LaidSource, signal: AbortSignal): Promise<string | null> {
  const set = await openArchiveSet([source], DEFAULT_POLICY, signal)
  await set.close()
  return set.parts[0]?.refused?.sentence ?? null
}
