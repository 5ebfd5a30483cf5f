// The lines of a packet's manifest, and the root over its records as they are written.
import { growingTree, leafOf } from '../../../../shared/packet/tree.ts'
import { nodeTools } from '../verify/node-tools.ts'
import type { ZippedFile } from './zip.ts'

/** One record's leaf: H(0x00 ‖ salt ‖ SHA-256 of its native file); nodes H(0x01 ‖ left ‖ right), an odd one promoted. */
export interface ItemLeaf {
  readonly number: string
  readonly salt: Uint8Array
  readonly file: string
  readonly sha256: string
}

/** Grows the root over a packet's records. */
export function itemTree(): { add(leaf: ItemLeaf): void; root(): string | null } {
  const tree = growingTree(nodeTools)
  return {
    add: ({ salt, sha256 }) => tree.add(leafOf(nodeTools, salt, Buffer.from(sha256, 'hex'))),
    root: () => {
      const root = tree.root()
      return root === null ? null : Buffer.from(root).toString('hex')
    },
  }
}

/** A leaf as a line of the manifest. */
export function leafLine({ number, salt, file }: ItemLeaf): string {
  return JSON.stringify({ number, salt: Buffer.from(salt).toString('hex'), file })
}

/** A file as a line of the manifest. */
export function fileLine({ name, size, sha256 }: ZippedFile): string {
  return JSON.stringify({ name, size, sha256 })
}
