// Owns which members the manifests mean: a set of parts can hold several manifests, and folders around the export.
import type { ExportTree } from '../../platform.ts'
import type { Claim } from './manifest.ts'
import type { FoundManifest, NamedFile, Survey } from './survey.ts'

/** A member that a manifest names, and what it says of it. */
export interface ClaimedFile extends NamedFile {
  readonly claim: Claim
}

export interface Claimed {
  readonly files: readonly ClaimedFile[]
  readonly absent: readonly Claim[]
  /** Files for which two manifests give different counts. */
  readonly disputed: readonly string[]
}

/** Finds the members that the manifests name. A name standing in several parts means the manifest's own part first, then all. */
export function claimedFiles(tree: ExportTree, { manifests }: Survey): Claimed {
  const byName = namedFiles(tree)
  const files = new Map<NamedFile, ClaimedFile>()
  const absent = new Map<string, Claim>()
  const found = new Set<string>()
  const disputed = new Set<string>()
  for (const place of manifests) {
    for (const claim of place.manifest?.claims ?? []) {
      const meant = membersMeant(byName, place, claim.name)
      if (meant.length === 0) absent.set(claim.name, claim)
      else found.add(claim.name)
      for (const [nth, file] of meant.entries()) {
        const before = files.get(file)?.claim.count ?? null
        if (before !== null && claim.count !== null && before !== claim.count) disputed.add(file.name)
        // Of two files with one name, the count is said of the first only.
        const said = nth === 0 ? claim : { ...claim, count: null }
        if (before === null) files.set(file, { ...file, claim: said })
      }
    }
  }
  return {
    files: [...files.values()],
    absent: [...absent.values()].filter(({ name }) => !found.has(name)),
    disputed: [...disputed],
  }
}

/** Folders that a manifest names for media, by type, as names below the shared folders. */
export function declaredMediaFolders({ manifests }: Survey): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>()
  for (const place of manifests) {
    for (const [type, folder] of place.manifest?.mediaFolders ?? []) {
      const names = folders.get(type) ?? []
      folders.set(type, [...new Set([...names, ...placesOf(place, folder)])])
    }
  }
  return folders
}

function namedFiles(tree: ExportTree): ReadonlyMap<string, readonly NamedFile[]> {
  const byName = new Map<string, NamedFile[]>()
  for (const member of tree.set.members) {
    const name = tree.nameOf(member)
    const same = byName.get(name)
    if (same === undefined) byName.set(name, [{ member, name }])
    else same.push({ member, name })
  }
  return byName
}

function membersMeant(
  byName: ReadonlyMap<string, readonly NamedFile[]>,
  place: FoundManifest,
  name: string,
): readonly NamedFile[] {
  for (const candidate of placesOf(place, name)) {
    const all = byName.get(candidate) ?? []
    const readable = all.filter(({ member }) => member.finding === null)
    const meant = readable.length > 0 ? readable : all.slice(0, 1)
    if (meant.length > 0) return meant.toSorted((one, other) => nearer(one, place) - nearer(other, place))
  }
  return []
}

const nearer = (file: NamedFile, place: FoundManifest) => (file.member.part === place.member.part ? 0 : 1)

/** Where `data/tweets.js` can lie: beside the manifest, wherever that is, or as it says. */
function placesOf({ name: manifest }: FoundManifest, declared: string): readonly string[] {
  const folder = manifest.slice(0, manifest.lastIndexOf('/') + 1)
  const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)
  return [...new Set([folder + declared.replace(/^data\//, ''), above + declared, declared])]
}
