// Owns walking the tree (MST) that names the records of a repository.
import { CID } from 'multiformats/cid'
import { isObject } from '../../kit/value.ts'

export interface TreeEntry {
  /** How much of the key before it is repeated. */
  readonly shared: number
  readonly rest: string
  readonly value: string
  readonly right: string | null
}

export interface TreeNode {
  readonly left: string | null
  readonly entries: readonly TreeEntry[]
}

/** A node of the tree; null where the value is something else. */
export function treeNodeOf(value: unknown): TreeNode | null {
  if (!isObject(value) || !Array.isArray(value.e) || !('l' in value)) return null
  const entries: TreeEntry[] = []
  for (const one of value.e) {
    const link = isObject(one) ? CID.asCID(one.v) : null
    if (!isObject(one) || link === null || typeof one.p !== 'number' || !(one.k instanceof Uint8Array)) return null
    const right = CID.asCID(one.t)?.toString() ?? null
    entries.push({ shared: one.p, rest: Buffer.from(one.k).toString('latin1'), value: link.toString(), right })
  }
  return { left: CID.asCID(value.l)?.toString() ?? null, entries }
}

/** All records that a tree names, by their blocks, and the nodes that are not there. A node is visited once, whatever points to it. */
export function walkTree(
  root: string,
  nodes: ReadonlyMap<string, TreeNode>,
): { readonly paths: Map<string, string[]>; readonly absent: readonly string[] } {
  const paths = new Map<string, string[]>()
  const absent: string[] = []
  const seen = new Set<string>()
  const waiting = [root]
  for (let cid = waiting.pop(); cid !== undefined; cid = waiting.pop()) {
    if (seen.has(cid)) continue
    seen.add(cid)
    const node = nodes.get(cid)
    if (node === undefined) {
      absent.push(cid)
      continue
    }
    if (node.left !== null) waiting.push(node.left)
    let key = ''
    for (const { shared, rest, value, right } of node.entries) {
      key = key.slice(0, Math.max(0, shared)) + rest
      const known = paths.get(value)
      if (known === undefined) paths.set(value, [key])
      else known.push(key)
      if (right !== null) waiting.push(right)
    }
  }
  return { paths, absent }
}
