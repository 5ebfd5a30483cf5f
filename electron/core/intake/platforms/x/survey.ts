// Owns the first look at a tree: what its files say they are, whose export it is, which layout.
import type { Member } from '../../archive/archive.ts'
import { once } from '../../kit/once.ts'
import { isObject, listOf, textOrNull, unwrapped } from '../../kit/value.ts'
import type { ExportTree } from '../../platform.ts'
import { indexManifest, madeAt, ownerIn } from './grailbird.ts'
import { type Head, readHead } from './head.ts'
import { type Manifest, manifestOf, type Owner } from './manifest.ts'
import { readAssigned } from './read-whole.ts'

export type Layout = 'current' | '2020' | '2019-root' | 'grailbird' | 'unknown'

/** A file with its name below the folders that all files share. */
export interface NamedFile {
  readonly member: Member
  readonly name: string
}

/** A file whose head is one of X's data files. */
export interface DataFile extends NamedFile {
  readonly head: Extract<Head, { kind: 'data' }>
}

/** A manifest; null where it could not be read. */
export interface FoundManifest extends NamedFile {
  readonly manifest: Manifest | null
}

export interface Survey {
  readonly manifests: readonly FoundManifest[]
  readonly data: readonly DataFile[]
  /** What an archive of before 2018 says of itself, besides its index. */
  readonly grailbird: readonly NamedFile[]
  readonly layout: Layout
  /** As the manifest says; what it lacks comes from `account.js`. */
  readonly owner: Owner
  /** As `account.js` says. */
  readonly account: Owner
  readonly generatedAt: number | null
}

/** A tree of another platform can hold any number of scripts; an X export holds about a hundred files of data. */
const MOST_HEADS = 1500
const MAY_BE_DATA = /(?:^|\/)[^/.]+(?:\.(?:js|json|txt|csv))?$/i
const ELSEWHERE = /(?:^|\/)(?:assets|[^/]*_media)\//
const NOBODY: Owner = { handle: null, nativeId: null, name: null }

/** Looks at a tree, once. Throws the signal's reason. */
export const survey = once(look)

async function look(tree: ExportTree, signal: AbortSignal): Promise<Survey> {
  const manifests: FoundManifest[] = []
  const data: DataFile[] = []
  const grailbird: NamedFile[] = []
  let former: Owner = NOBODY
  let formerAt: number | null = null
  for (const { member, name } of candidates(tree)) {
    signal.throwIfAborted()
    const head = await readHead(tree.set, member, signal)
    if (head?.kind === 'data') data.push({ member, name, head })
    if (head?.kind === 'grailbird') {
      const value = await readAssigned(tree.set, member, signal)
      if (head.about === 'index') manifests.push({ member, name, manifest: indexManifest(value) })
      else grailbird.push({ member, name })
      if (head.about === 'user') former = ownerIn(value)
      if (head.about === 'payload') formerAt = madeAt(value)
    }
    if (head?.kind === 'manifest') {
      manifests.push({ member, name, manifest: manifestOf(await readAssigned(tree.set, member, signal)) })
    }
  }
  const account = await accountOf(tree, data, signal)
  const told = manifests.flatMap(({ manifest }) => manifest ?? [])
  const first = <T>(pick: (manifest: Manifest) => T | null): T | null =>
    told.map(pick).find((value) => value !== null) ?? null
  return {
    manifests,
    data,
    grailbird,
    layout: layoutOf(told, data),
    owner: {
      handle: first((manifest) => manifest.ownerHandle) ?? account.handle ?? former.handle,
      nativeId: first((manifest) => manifest.ownerNativeId) ?? account.nativeId ?? former.nativeId,
      name: first((manifest) => manifest.ownerName) ?? account.name ?? former.name,
    },
    account,
    generatedAt: first((manifest) => manifest.generatedAt) ?? formerAt,
  }
}

/** Files that may be data, those in a folder named data first. */
function candidates(tree: ExportTree): readonly NamedFile[] {
  const files = tree.set.members
    .filter(({ finding, size }) => finding === null && size > 0)
    .map((member) => ({ member, name: tree.nameOf(member) }))
    .filter(({ name }) => MAY_BE_DATA.test(name) && !ELSEWHERE.test(name))
  const inData = (file: NamedFile) => /(?:^|\/)data\/[^/]+$/.test(file.member.name)
  return [...files.filter(inData), ...files.filter((file) => !inData(file))].slice(0, MOST_HEADS)
}

async function accountOf(tree: ExportTree, data: readonly DataFile[], signal: AbortSignal): Promise<Owner> {
  const file = data.find(({ head }) => head.type === 'account')
  const value = file === undefined ? undefined : await readAssigned(tree.set, file.member, signal)
  const [first] = listOf(value)
  const account = isObject(first) ? unwrapped(first, 'account') : {}
  return {
    handle: textOrNull(account.username),
    nativeId: textOrNull(account.accountId),
    name: textOrNull(account.accountDisplayName),
  }
}

/** Today’s names since 2022; `tweet.js` under `data/` from 2020; before, everything at the root. */
function layoutOf(manifests: readonly Manifest[], data: readonly DataFile[]): Layout {
  if (data.length > 0 && data.every(({ head }) => head.global === 'grailbird')) return 'grailbird'
  const former = data.some(({ head }) => head.global === 'tweet' || head.global === 'direct_message')
  const named = manifests.flatMap(({ claims }) => claims)
  if (named.length > 0) return former || named.some(({ written }) => written === 'tweet') ? '2020' : 'current'
  if (data.some(({ member }) => /(?:^|\/)data\/[^/]+$/.test(member.name))) return former ? '2020' : 'current'
  if (data.length === 0) return 'unknown'
  return data.some(({ head }) => head.global === 'tweets') ? 'current' : '2019-root'
}
