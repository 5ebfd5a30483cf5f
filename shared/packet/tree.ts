// The Merkle tree of a packet: leaf H(0x00 ‖ salt ‖ digest), node H(0x01 ‖ left ‖ right), an odd node promoted.
import { sha256, type Tools } from './tools.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** A leaf over a digest. Without its salt, 16 random bytes, it tells nothing of a short text. */
export function leafOf(tools: Pick<Tools, 'sha256'>, salt: Uint8Array, digest: Uint8Array): Uint8Array {
  return sha256(tools, LEAF, salt, digest)
}

/** A parent of two nodes. */
function nodeOf(tools: Pick<Tools, 'sha256'>, left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(tools, NODE, left, right)
}

/** A root grown leaf by leaf, in the memory of a few dozen nodes. */
export function growingTree(tools: Pick<Tools, 'sha256'>): { add(leaf: Uint8Array): void; root(): Uint8Array | null } {
  let leaves = 0
  const peaks: Uint8Array[] = []
  return {
    add: (leaf) => {
      let node = leaf
      for (let count = leaves; count % 2 === 1; count = (count - 1) / 2) {
        const left = peaks.pop()
        if (left !== undefined) node = nodeOf(tools, left, node)
      }
      peaks.push(node)
      leaves += 1
    },
    root: () =>
      peaks.reduceRight<Uint8Array | null>((right, left) => (right === null ? left : nodeOf(tools, left, right)), null),
  }
}

/** A step from a leaf to its root: the node beside, and on which side it stands. */
export interface Step {
  readonly side: 'left' | 'right'
  readonly node: Uint8Array
}

/** The steps from a leaf to the root over all leaves. */
export function pathTo(tools: Pick<Tools, 'sha256'>, leaves: readonly Uint8Array[], index: number): Step[] {
  const steps: Step[] = []
  let level = leaves
  for (let at = index; level.length > 1; at >>= 1) {
    const beside = level[at ^ 1]
    if (beside !== undefined) steps.push({ side: at % 2 === 1 ? 'left' : 'right', node: beside })
    const next: Uint8Array[] = []
    for (let place = 0; place < level.length; place += 2) {
      const [left, right] = [level[place], level[place + 1]]
      if (left !== undefined) next.push(right === undefined ? left : nodeOf(tools, left, right))
    }
    level = next
  }
  return steps
}

/** The root to which a leaf leads. */
export function rootFrom(tools: Pick<Tools, 'sha256'>, leaf: Uint8Array, steps: readonly Step[]): Uint8Array {
  return steps.reduce(
    (node, step) => (step.side === 'left' ? nodeOf(tools, step.node, node) : nodeOf(tools, node, step.node)),
    leaf,
  )
}
