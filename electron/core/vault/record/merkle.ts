// Salted Merkle roots: leaf H(0x00 ‖ salt ‖ fragment digest), node H(0x01 ‖ left ‖ right), an odd node promoted (design §4).
import { hash } from 'node:crypto'

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

/** The leaf of a fragment. Without its salt, 16 random bytes, a leaf tells nothing of a short text. */
export function leafOf(salt: Uint8Array, digest: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, salt, digest]), 'buffer')
}

/** A parent of two nodes. */
function nodeOf(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer')
}

/** What an accumulator is taken up from: how many leaves, and the roots of its full subtrees, tallest first, in hexadecimal. */
export interface MerkleState {
  readonly leaves: number
  readonly peaks: readonly string[]
}

export interface Merkle {
  add(leaf: Uint8Array): void
  readonly leaves: number
  /** The root over all leaves so far, or null before the first. */
  root(): Buffer | null
  state(): { leaves: number; peaks: string[] }
}

/** A root grown leaf by leaf in the memory of a few dozen nodes; the same tree as built level by level. */
export function merkle(from: MerkleState = { leaves: 0, peaks: [] }): Merkle {
  let leaves = from.leaves
  const peaks: Buffer[] = from.peaks.map((peak) => Buffer.from(peak, 'hex'))
  return {
    add: (leaf) => {
      let node: Buffer = Buffer.from(leaf)
      for (let count = leaves; count % 2 === 1; count = (count - 1) / 2) {
        const left = peaks.pop()
        if (left !== undefined) node = nodeOf(left, node)
      }
      peaks.push(node)
      leaves += 1
    },
    get leaves() {
      return leaves
    },
    root: () => peaks.reduceRight<Buffer | null>((right, left) => (right === null ? left : nodeOf(left, right)), null),
    state: () => ({ leaves, peaks: peaks.map((peak) => peak.toString('hex')) }),
  }
}
