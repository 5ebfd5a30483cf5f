// A sealed export as the catalog writes it down: packages, members, what was left out, what was inside what, what was found.
import type { NewMember, NewPackage } from '../vault/repository/intake/accession.ts'
import type { Member, PackageSource } from './archive/archive.ts'
import { type Told, tell } from './checkpoint.ts'
import { isMediaName } from './media-name.ts'
import type { ExportPlan, ExportTree } from './platform.ts'
import type { Sealed } from './seal.ts'
import type { Settled } from './settle.ts'

/** Everything that is written down at the beginning. */
export interface Written {
  readonly tree: ExportTree
  readonly plan: ExportPlan
  /** In the order of their numbers. */
  readonly members: readonly Member[]
  readonly sealed: readonly Sealed[]
  readonly settled: Settled
}

/** A package as a source of the sealed tree. */
export function sourceOf({ path, name }: Sealed, { laid, leftOut }: Settled, part: number) {
  const source = laid.sources[part]
  return {
    path,
    name,
    depth: source?.depth ?? 0,
    ...(source?.inside === undefined ? {} : { inside: source.inside }),
    leftOut: leftOut
      .filter(({ member }) => member.part === part)
      .map(({ member: { index: position, name: path, size } }) => ({ position, name: path, size })),
  } satisfies PackageSource
}

/** A package as a row. */
export function packageOf({ id, name, form, size, digest, kept }: Sealed, part: number, filtered: boolean): NewPackage {
  return { id, part, name, form, size, digest, kept, filtered }
}

/** The members as rows. */
export function membersOf({ tree, plan, members, sealed }: Written): NewMember[] {
  const uses = new Map(plan.files.map((file) => [file.member, file.use]))
  return members.map((member) => {
    const { code } = member.finding ?? { code: null }
    const media = isMediaName(plan, tree.nameOf(member))
    const sound = uses.get(member) === 'records' ? 'data' : media ? 'media' : 'unread'
    const opened = tree.opened.has(member)
    return {
      package: sealed[member.part]?.id ?? '',
      position: member.index,
      name: member.name,
      headerOffset: member.headerOffset,
      dataOffset: member.dataOffset,
      packedSize: member.compressedSize,
      size: member.size,
      method: member.method,
      crc32: member.crc32 ?? 0,
      digest: sealed[member.part]?.files?.get(member.name) ?? null,
      use: code === 'left-out' ? 'left-out' : opened ? 'unread' : code === null ? sound : 'quarantined',
      finding: opened && code === 'nested-archive' ? null : code,
    }
  })
}

/** What was left out, by the place of each member among the rows. */
export function leftOutOf({ members, settled }: Written) {
  const places = new Map(members.map((member, place) => [`${member.part} ${member.name}`, place]))
  const byPosition = new Map(members.map((member, place) => [`${member.part} ${member.index}`, place]))
  return settled.leftOut.map(({ member, kind, digest, reason }) => {
    const inZip = settled.laid.sources[member.part]?.form === 'zip'
    const place = inZip ? byPosition.get(`${member.part} ${member.index}`) : places.get(`${member.part} ${member.name}`)
    return { place: place ?? -1, name: member.name, size: member.size, digest, kind, reason }
  })
}

/** Packages that were members of other ones, by the place of the member among the rows. */
export function insideOf({ members, sealed, settled, tree }: Written) {
  return settled.laid.sources.flatMap(({ inside }, part) => {
    const id = sealed[part]?.id
    if (inside === undefined || id === undefined) return []
    const place = members.findIndex(
      (member) => tree.opened.has(member) && member.part === inside.part && member.name === inside.name,
    )
    return place < 0 ? [] : [{ package: id, place }]
  })
}

/** What is known to be odd before anything is read. */
export function openingFindings({ tree, plan, sealed, settled }: Written): Told {
  const openedNames = new Set([...tree.opened].map(({ part, name }) => `${part} ${name}`))
  const archive = tree.set.findings
    .filter(({ code, part, member }) => code !== 'nested-archive' || !openedNames.has(`${part} ${member}`))
    .map(({ code, member, sentence }) => ({ code, file: member, position: null, sentence }))
  const planned = plan.findings.map((finding) => ({ ...finding, position: null }))
  const skipped = sealed.flatMap(({ skipped: names, name }) =>
    names.map((entry) => ({
      code: 'not-a-file',
      file: entry,
      position: null,
      sentence: `${entry} in ${name} is a link or something else that is not a file. It was not taken in.`,
    })),
  )
  return [...settled.laid.findings, ...planned, ...archive, ...skipped].reduce<Told>(tell, {
    findings: [],
    unlisted: {},
  })
}
