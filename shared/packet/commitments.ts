// commitments.json: for each field of each record that answers the request, a digest that binds the City to what the field says
// and tells nothing of it. Whoever has a field's salt can tell whether a text is what was committed to.
import { z } from 'zod/mini'
import { Hex, Salt } from './manifest.ts'
import { bytesOf, hexOf, sha256, type Tools } from './tools.ts'
import { growingTree } from './tree.ts'

/** The same for every record, so that which fields there are tells nothing. `source`: digests of what the record was read from. */
export const FIELDS = [
  ...['kind', 'account', 'author', 'at', 'conversation', 'inReplyTo', 'state'],
  ...['text', 'earlier', 'links', 'media', 'details', 'measures', 'source'],
] as const

/** What a field says, as text: the field itself, or JSON where it holds several things. */
export const FieldValue = z.nullable(z.string())

/** What fields say, by their names. */
export type FieldValues = Readonly<Record<string, string | null>>

const Outcome = z.enum(['released', 'redacted', 'withheld'])

export const CommittedRecord = z.object({
  number: z.string(),
  outcome: Outcome,
  /** Numbers of the grounds on which something of it is kept back. */
  grounds: z.array(z.int()),
  /** A digest for each of `fields`, in their order, and the salts of those that are released. */
  commitments: z.array(Hex),
  salts: z.array(z.nullable(Salt)),
})
export type CommittedRecord = z.infer<typeof CommittedRecord>

/** What the root is bound to. */
export const Bound = z.object({
  vault: z.string(),
  request: z.string(),
  production: z.int(),
  ledgerHead: Hex,
  captures: z.array(z.object({ accession: z.int(), root: z.nullable(Hex) })),
})
export type Bound = z.infer<typeof Bound>

export const Commitments = z.object({
  format: z.literal('muniment-commitments'),
  formatVersion: z.literal(1),
  bound: Bound,
  fields: z.array(z.string()).check(z.length(FIELDS.length)),
  records: z.array(CommittedRecord),
  root: Hex,
})
export type Commitments = z.infer<typeof Commitments>

/** The commitment to what a field of a record says: H(0x00 ‖ salt ‖ H(number, field and value as a JSON array)). */
export function commitmentOf(
  tools: Pick<Tools, 'sha256' | 'utf8'>,
  salt: Uint8Array,
  number: string,
  field: string,
  value: string | null,
): Uint8Array {
  const said = sha256(tools, tools.utf8(JSON.stringify([number, field, value])))
  return sha256(tools, Uint8Array.of(0), salt, said)
}

/** Grows the root: H(0x02 ‖ H(what it is bound to) ‖ root over the records). */
export function commitmentTree(tools: Pick<Tools, 'sha256' | 'utf8'>): {
  add(record: CommittedRecord): void
  root(bound: Bound): string
} {
  const tree = growingTree(tools)
  return {
    add: ({ number, outcome, grounds, commitments }) => {
      const head = sha256(tools, tools.utf8(JSON.stringify([number, outcome, grounds])))
      tree.add(sha256(tools, Uint8Array.of(0), head, ...commitments.map(bytesOf)))
    },
    root: ({ vault, request, production, ledgerHead, captures }) => {
      const roots = captures.map(({ accession, root }) => [accession, root])
      const head = sha256(tools, tools.utf8(JSON.stringify([vault, request, production, ledgerHead, roots])))
      return hexOf(sha256(tools, Uint8Array.of(2), head, tree.root() ?? new Uint8Array(0)))
    },
  }
}
