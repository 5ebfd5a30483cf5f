// The manifest of a packet: every file with its size and digest, the root over its records, and the facts of its production.
import { z } from 'zod'
import { leafOf, type Merkle, merkle } from '../../vault/record/merkle.ts'
import type { ZippedFile } from './zip.ts'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** Names of the two files that speak of all others. */
export const MANIFEST = 'manifest.json'
export const SUMS = 'manifest.sha256'

/** manifest.json. Every file of the packet stands in `files`, but for the manifest itself and its list of digests. */
export const Manifest = z.object({
  format: z.literal('muniment-packet'),
  formatVersion: z.literal(1),
  /** Whether it was made in a practice vault; packets that are older than such vaults do not say. */
  practice: z.boolean().default(false),
  production: z.object({ number: z.int(), items: z.int() }).loose(),
  records: z.object({
    root: Hex.nullable(),
    leaves: z.array(z.object({ number: z.string(), salt: z.string().regex(/^[0-9a-f]{32}$/), file: z.string() })),
  }),
  files: z.array(z.object({ name: z.string(), size: z.int().nonnegative(), sha256: Hex })),
})
export type Manifest = z.infer<typeof Manifest>

/** One record's leaf: H(0x00 ‖ salt ‖ SHA-256 of its native file); nodes H(0x01 ‖ left ‖ right), an odd one promoted. */
export interface ItemLeaf {
  readonly number: string
  readonly salt: Uint8Array
  readonly file: string
  readonly sha256: string
}

/** Grows the root over a packet's records. */
export function itemTree(): { add(leaf: ItemLeaf): void; root(): string | null } {
  const tree: Merkle = merkle()
  return {
    add: ({ salt, sha256 }) => tree.add(leafOf(salt, Buffer.from(sha256, 'hex'))),
    root: () => tree.root()?.toString('hex') ?? null,
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

/** A file as a line that `sha256sum --check` understands. */
export function sumLine({ name, sha256 }: Pick<ZippedFile, 'name' | 'sha256'>): string {
  return `${sha256}  ${name}\n`
}
