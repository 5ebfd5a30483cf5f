// Owns looking through a repository once: its commit, the tree that names its records, and what is missing or was changed.
import { CID } from 'multiformats/cid'
import { MemberError } from '../../archive/archive.ts'
import type { Peek } from '../../kit/peek.ts'
import { isObject, textOf } from '../../kit/value.ts'
import type { ExportTree } from '../../platform.ts'
import { agrees, blockValue, type CarBlock, CarError, carRoots, readCar } from './car.ts'
import { type TreeNode, treeNodeOf, walkTree } from './tree-walk.ts'

export interface Commit {
  readonly cid: string
  readonly did: string
  readonly rev: string
  readonly value: Readonly<Record<string, unknown>>
}

/** What one file holds. */
export interface Repo {
  readonly file: string
  readonly commit: Commit | null
  /** The paths of records, `collection/key`, by the name of their block. */
  readonly paths: ReadonlyMap<string, readonly string[]>
  /** Blocks that the tree names and the file does not hold. */
  readonly missing: readonly string[]
  readonly nodes: ReadonlySet<string>
  /** Nodes of the tree, or the commit, that are not what their name says. */
  readonly altered: number
  readonly profileName: string | null
}

/** Reads a file to its end, or to where it is damaged: its own reading tells of that. */
export async function lookThrough(tree: ExportTree, { member, name, head }: Peek, signal: AbortSignal): Promise<Repo> {
  const found = bookOf(head, name)
  try {
    for await (const block of readCar(tree.set.read(member, signal), signal)) found.add(block)
  } catch (error) {
    if (!(error instanceof CarError || error instanceof MemberError)) throw error
  }
  return found.closed()
}

/** The same of a repository that is held in memory. */
export function lookAt(blocks: readonly CarBlock[], head: Buffer, name: string): Repo {
  const found = bookOf(head, name)
  for (const block of blocks) found.add(block)
  return found.closed()
}

function bookOf(head: Buffer, file: string) {
  const root = carRoots(head)?.[0]?.toString() ?? ''
  const nodes = new Map<string, TreeNode>()
  const held = new Set<string>()
  let commit: Commit | null = null
  let altered = 0
  let profileName: string | null = null
  return {
    add: (block: CarBlock) => {
      if (block.cid === null) return
      const cid = block.cid.toString()
      const value = blockValue(block.bytes)
      const node = treeNodeOf(value)
      if (node !== null) nodes.set(cid, node)
      const found = commitOf(cid, value)
      // The head names the commit; a file whose head names none is read by the last one.
      if (found !== null && (cid === root || commit?.cid !== root)) commit = found
      if ((node !== null || found !== null) && agrees(block) === false) altered += 1
      if (isObject(value) && value.$type === 'app.bsky.actor.profile') {
        profileName = textOf(value.displayName) || profileName
      }
      held.add(cid)
    },
    closed: (): Repo => {
      const data = CID.asCID(commit?.value.data)
      const { paths, absent } = data === null ? { paths: new Map(), absent: [] } : walkTree(data.toString(), nodes)
      const missing = [...absent, ...[...paths.keys()].filter((cid) => !held.has(cid))]
      return { file, commit, paths, missing, nodes: new Set(nodes.keys()), altered, profileName }
    },
  }
}

function commitOf(cid: string, value: unknown): Commit | null {
  if (!isObject(value) || !('sig' in value) || !('data' in value)) return null
  const did = textOf(value.did)
  return did.startsWith('did:') ? { cid, did, rev: textOf(value.rev), value } : null
}
