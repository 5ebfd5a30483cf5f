// Owns opening one folder as a part: every file under it, links never followed.
import { join } from 'node:path'
import { lstat, readdir } from '../../vault/cipher/fs-promises.ts'
import type { ArchivePolicy, PackageSource } from './archive.ts'
import { systemReason } from './file.ts'
import type { ArchiveFinding } from './finding.ts'
import { type OpenMember, type PartPlace, PartRefused, report } from './member-list.ts'
import { judgeName } from './name.ts'
import { judgeSize } from './size.ts'
import type { OpenedPart } from './zip-part.ts'

/** Lists the folder in the order of its names. Throws PartRefused above the limit of files, and the signal's reason. */
export async function openFolderPart(
  source: PackageSource,
  place: PartPlace,
  policy: ArchivePolicy,
  signal: AbortSignal,
): Promise<OpenedPart> {
  const members: OpenMember[] = []
  const findings: ArchiveFinding[] = []
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    signal.throwIfAborted()
    const names = await list(join(source.path, folder), folder === '')
    if (names === null) {
      const member = blank(source, place, members.length, folder.slice(0, -1))
      report(member, place.partName, findings, 'member-unreadable', 'this user may not list the folder')
      members.push(member)
      continue
    }
    const folders: string[] = []
    for (const name of names) {
      const member = blank(source, place, members.length, folder + name)
      const kind = await look(member, place, findings)
      if (kind === 'folder') {
        folders.push(`${member.name}/`)
        continue
      }
      for (const [code, detail] of judgeName(member.name)) report(member, place.partName, findings, code, detail)
      judgeSize(member, place.partName, policy, findings)
      members.push(member)
      if (members.length > policy.maxMembers) throw new PartRefused('too-many-members', String(policy.maxMembers))
    }
    waiting.push(...folders.reverse())
  }
  return { members, findings }
}

/** The names in a folder, sorted; null where it cannot be listed. The root's error is the part's. */
async function list(path: string, isRoot: boolean): Promise<string[] | null> {
  try {
    return (await readdir(path)).sort()
  } catch (error) {
    if (isRoot) throw error
    return null
  }
}

/** Fills in what the disk says about a member. */
async function look(member: OpenMember, place: PartPlace, findings: ArchiveFinding[]): Promise<'folder' | 'other'> {
  try {
    const stat = await lstat(member.path)
    if (stat.isDirectory()) return 'folder'
    if (stat.isFile()) {
      member.size = stat.size
      member.compressedSize = stat.size
      member.changed = { at: Math.floor(stat.mtimeMs), zone: 'UTC' }
    } else {
      const kind = stat.isSymbolicLink() ? 'a link to another file' : 'a device or pipe'
      report(member, place.partName, findings, 'special-entry', kind)
    }
  } catch (error) {
    report(member, place.partName, findings, 'member-unreadable', systemReason(error) ?? 'it cannot be looked at')
  }
  return 'other'
}

function blank(source: PackageSource, place: PartPlace, index: number, name: string): OpenMember {
  return {
    part: place.part,
    index,
    name,
    rawName: null,
    path: join(source.path, name),
    size: 0,
    compressedSize: 0,
    method: 'stored',
    crc32: null,
    headerOffset: 0,
    dataOffset: 0,
    finding: null,
  }
}
