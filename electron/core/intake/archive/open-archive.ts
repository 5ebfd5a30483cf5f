// Owns opening packages as one set, and handing out their members.
import { crc32 } from 'node:zlib'
import { constants } from '../../vault/cipher/fs.ts'
import { type FileHandle, open } from '../../vault/cipher/fs-promises.ts'
import {
  type ArchivePart,
  type ArchivePolicy,
  type ArchiveSet,
  type Member,
  type MemberAccess,
  MemberError,
  type PackageSource,
} from './archive.ts'
import { systemReason } from './file.ts'
import { type ArchiveFinding, archiveFinding } from './finding.ts'
import type { OpenMember } from './member-list.ts'
import { openPart } from './open-part.ts'
import { readMember } from './read-member.ts'
import { judgeTwins } from './twins.ts'

/** A link that took a file's place after listing is not followed (no such flag on Windows). */
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

/**
 * Opens ZIP files and folders as one set. A part that cannot be trusted is refused and the others are opened: look at `parts` and
 * `findings`. Throws only the signal's reason, with everything closed again.
 */
export async function openArchiveSet(
  sources: readonly PackageSource[],
  policy: ArchivePolicy,
  signal: AbortSignal,
): Promise<ArchiveSet> {
  const names = sources.map(({ name }) => name)
  const parts: ArchivePart[] = []
  const members: OpenMember[] = []
  const findings: ArchiveFinding[] = []
  const files = new Map<number, FileHandle>()
  let left = policy
  let closed = false

  async function close(): Promise<void> {
    closed = true
    const opened = [...files.values()]
    files.clear()
    for (const file of opened) await file.close()
  }

  async function* read(
    member: Member,
    readSignal: AbortSignal,
    access: MemberAccess = 'vetted',
  ): AsyncGenerator<Buffer, void, undefined> {
    if (closed) throw new Error('This set of packages has been closed.')
    readSignal.throwIfAborted()
    const { finding } = member
    if (finding !== null && (finding.effect === 'blocked' || access === 'vetted')) throw new MemberError(finding)
    const partName = names[member.part] ?? ''
    const zip = files.get(member.part)
    if (zip !== undefined) return yield* readMember(zip, member, partName, access, readSignal)
    const file = await openLoose(member, partName)
    try {
      yield* readMember(file, member, partName, access, readSignal)
    } finally {
      await file.close()
    }
  }

  /** A file in a folder has no stated checksum: it is read for one, and null where that fails. */
  async function checksum(member: OpenMember): Promise<number | null> {
    if (member.crc32 !== null) return member.crc32
    let sum = 0
    try {
      for await (const chunk of read(member, signal, 'asked')) sum = crc32(chunk, sum)
    } catch (error) {
      if (error instanceof MemberError) return null
      throw error
    }
    return sum
  }

  try {
    for (const [nth, source] of sources.entries()) {
      const opened = await openPart(source, nth, left, signal)
      if (opened.file !== null) files.set(nth, opened.file)
      parts.push(opened.part)
      for (const member of opened.members) members.push(member)
      for (const finding of opened.findings) findings.push(finding)
      const maxMembers = left.maxMembers - opened.members.length
      left = { ...left, maxMembers, maxTotalBytes: left.maxTotalBytes - opened.bytes }
    }
    await judgeTwins(members, names, findings, checksum)
  } catch (error) {
    await close()
    throw error
  }
  return { parts, members, findings, read, close }
}

async function openLoose(member: Member, partName: string): Promise<FileHandle> {
  try {
    return await open(member.path, READ_NO_LINK)
  } catch (error) {
    const place = { part: member.part, partName, member: member.name }
    throw new MemberError(archiveFinding('member-unreadable', place, systemReason(error) ?? 'it cannot be read'))
  }
}
