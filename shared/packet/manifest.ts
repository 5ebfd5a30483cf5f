// The manifest of a packet: every file with its size and digest, the root over its records, its counts, and the facts of its production.
import { z } from 'zod/mini'

/** SHA-256, hexadecimal. */
export const Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** 16 random bytes, hexadecimal. */
export const Salt = z.string().check(z.regex(/^[0-9a-f]{32}$/))

/** Names of the files that speak of all others. */
export const MANIFEST = 'manifest.json'
export const SUMS = 'manifest-sha256.txt'
export const COMMITMENTS = 'commitments.json'

/** How many records answer the request, and what became of them; by the numbers of the grounds, of how many something is kept back. */
export const Counts = z.object({
  responsive: z.int().check(z.nonnegative()),
  released: z.int().check(z.nonnegative()),
  redacted: z.int().check(z.nonnegative()),
  withheld: z.int().check(z.nonnegative()),
  byGround: z.array(z.object({ ground: z.int(), citation: z.string(), records: z.int() })),
})
export type Counts = z.infer<typeof Counts>

/** manifest.json. Every file of the packet stands in `files`, but for the manifest itself, its list of digests and the BagIt tags. */
export const Manifest = z.object({
  format: z.literal('muniment-packet'),
  formatVersion: z.literal(1),
  /** Whether it was made in a practice vault; packets that are older than such vaults do not say. */
  practice: z._default(z.boolean(), false),
  /** Whether it is a draft: nothing was released with it. */
  draft: z._default(z.boolean(), false),
  vault: z.object({ id: z.string(), city: z.string() }),
  production: z.object({
    number: z.int(),
    request: z.string(),
    frozenAt: z.iso.datetime(),
    items: z.int(),
    ledgerHead: Hex,
  }),
  search: z.object({ exports: z.array(z.object({ accession: z.int(), root: z.nullable(Hex) })) }),
  /** Absent in packets that are older than it; null where the City left it out. */
  commitments: z._default(z.nullable(z.object({ root: Hex })), null),
  counts: z._default(z.nullable(Counts), null),
  records: z.object({
    root: z.nullable(Hex),
    leaves: z.array(z.object({ number: z.string(), salt: Salt, file: z.string() })),
  }),
  files: z.array(z.object({ name: z.string(), size: z.int().check(z.nonnegative()), sha256: Hex })),
})
export type Manifest = z.infer<typeof Manifest>

/** A file as a line of a BagIt manifest (RFC 8493, 2.1.3), which `sha256sum --check` understands, too. */
export function sumLine({ name, sha256 }: { readonly name: string; readonly sha256: string }): string {
  return `${sha256}  ${name}\n`
}
