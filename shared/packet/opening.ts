// An opening: the attorney shows what a withheld field says, so that anybody can hold it against what the City committed to in a packet.
import { z } from 'zod/mini'
import { type Commitments, type CommittedRecord, commitmentOf, FIELDS, FieldValue } from './commitments.ts'
import { Hex, type Manifest, Salt } from './manifest.ts'
import { judgeSignature, OpeningSignature } from './opening-signature.ts'
import type { Findings, Opened } from './report.ts'
import { bytesOf, hexOf, sha256, type Tools } from './tools.ts'
import { leafOf, rootFrom } from './tree.ts'

const Step = z.object({ side: z.enum(['left', 'right']), node: Hex })

/** The whole source of a record: its fragments, and for each export that is proved the way from a fragment to the root taken then. */
const Source = z.object({
  fragments: z.array(
    z.object({ version: z.int(), role: z.string(), hex: z.string().check(z.regex(/^(?:[0-9a-f]{2})*$/)) }),
  ),
  captures: z.array(z.object({ accession: z.int(), digest: Hex, salt: Salt, steps: z.array(Step) })),
})

export const Opening = z.object({
  format: z.literal('muniment-opening'),
  formatVersion: z.literal(1),
  production: z.int(),
  number: z.string(),
  /** Root over the commitments of the packet. */
  root: Hex,
  openedBy: z.object({ name: z.string(), title: z.string() }),
  openedAt: z.iso.datetime(),
  reason: z.string(),
  fields: z.array(z.object({ field: z.string(), value: FieldValue, salt: Salt })),
  source: z.nullable(Source),
  /** Missing where the attorney had no key: then the name is only typed. */
  signature: z.optional(OpeningSignature),
})
export type Opening = z.infer<typeof Opening>

/** Holds an opening against the packet; null where it does not hold, and the findings say why. */
export async function checkOpening(
  tools: Tools,
  text: string,
  { commitments, manifest }: { readonly commitments: Commitments | null; readonly manifest: Manifest | null },
  findings: Findings,
): Promise<Opened | null> {
  const opening = parsed(text)
  if (opening === null) {
    findings.add('P040', null, 'The opening cannot be read.')
    return null
  }
  const { number, fields, source } = opening
  const record = commitments?.records.find((one) => one.number === number)
  const same = commitments?.root === opening.root && manifest?.production.number === opening.production
  if (record === undefined || !same) {
    findings.add('P041', number, `The opening of ${number} is not of this packet.`)
    return null
  }
  const wrong = fields.filter((field) => !agrees(tools, record, field)).map(({ field }) => field)
  if (wrong.length > 0)
    findings.add(
      'P042',
      number,
      `The opening of ${number} does not show what the City committed to: ${wrong.join(', ')}.`,
    )
  const captures = source === null ? null : provedBy(tools, opening, source, manifest)
  if (source !== null && captures === null)
    findings.add(
      'P043',
      number,
      `The source in the opening of ${number} is not what the City committed to, or does not lead to a root that the packet gives.`,
    )
  const signed = opening.signature === undefined ? null : await judgeSignature(tools, opening, opening.signature)
  if (signed === 'broken')
    findings.add(
      'P044',
      number,
      `The signature under the opening of ${number} is not of its key, or is over something else than the opening says.`,
    )
  if (wrong.length > 0 || (source !== null && captures === null) || signed === 'broken') return null
  return {
    number,
    fields: fields.map(({ field, value }) => ({ field, value })),
    captures,
    by: { ...opening.openedBy, at: opening.openedAt },
    key: keyOf(tools, opening, signed),
  }
}

function keyOf(tools: Tools, { signature }: Opening, signed: 'holds' | 'unchecked' | null): Opened['key'] {
  if (signature === undefined || signed === null) return null
  const { publicKey } = signature
  return { publicKey, fingerprint: hexOf(sha256(tools, bytesOf(publicKey))), checked: signed === 'holds' }
}

function parsed(text: string): Opening | null {
  try {
    return Opening.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function agrees(tools: Tools, { number, commitments }: CommittedRecord, one: Opening['fields'][number]): boolean {
  const place = FIELDS.map(String).indexOf(one.field)
  return (
    place >= 0 && hexOf(commitmentOf(tools, bytesOf(one.salt), number, one.field, one.value)) === commitments[place]
  )
}

/** How many exports prove the source; null where it is not the one committed to, or a way leads elsewhere. */
function provedBy(
  tools: Tools,
  { fields }: Opening,
  { fragments, captures }: z.infer<typeof Source>,
  manifest: Manifest | null,
): number | null {
  const digests = fragments.map(({ version, role, hex }) => ({
    version,
    role,
    digest: hexOf(sha256(tools, bytesOf(hex))),
  }))
  const byVersion = Map.groupBy(digests, ({ version }) => version)
  const said = [...byVersion].map(([version, own]) => [version, own.map(({ role, digest }) => [role, digest])])
  if (fields.find(({ field }) => field === 'source')?.value !== JSON.stringify(said)) return null
  for (const { accession, digest, salt, steps } of captures) {
    const root = manifest?.search.exports.find((one) => one.accession === accession)?.root ?? null
    const way = steps.map(({ side, node }) => ({ side, node: bytesOf(node) }))
    const reached = hexOf(rootFrom(tools, leafOf(tools, bytesOf(salt), bytesOf(digest)), way))
    if (root === null || reached !== root || !digests.some((one) => one.digest === digest)) return null
  }
  return captures.length
}
