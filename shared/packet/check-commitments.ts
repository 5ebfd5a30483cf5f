// The commitments of a packet: their root, what it is bound to, and each released field against its own.
import { z } from 'zod/mini'
import {
  type Bound,
  Commitments,
  type CommittedRecord,
  commitmentOf,
  commitmentTree,
  FIELDS,
  FieldValue,
} from './commitments.ts'
import { COMMITMENTS, type Manifest } from './manifest.ts'
import type { Findings } from './report.ts'
import { bytesOf, hexOf, type PacketSource, type Tools } from './tools.ts'
import type { Directory } from './zip-read.ts'
import { textOf } from './zip-texts.ts'

/** A record's own file, as far as it tells the fields that are released. */
const Native = z.object({ record: z.object({ number: z.string() }), fields: z.record(z.string(), FieldValue) })

/** Reads the commitments and holds their root and what it is bound to against the manifest; null where there are none to check. */
export async function readCommitments(
  source: PacketSource,
  tools: Tools,
  directory: Directory,
  manifest: Manifest,
  findings: Findings,
): Promise<Commitments | null> {
  const text = await textOf(source, tools, directory, COMMITMENTS)
  if (manifest.commitments === null && text === null) return null
  const commitments = parsed(text)
  if (commitments === null) {
    findings.add('P020', COMMITMENTS, `${COMMITMENTS} is missing or cannot be read, though the manifest speaks of it.`)
    return null
  }
  const tree = commitmentTree(tools)
  for (const record of commitments.records) tree.add(record)
  const root = tree.root(commitments.bound)
  if (root !== commitments.root || root !== manifest.commitments?.root)
    findings.add(
      'P021',
      COMMITMENTS,
      'The root over the commitments does not follow from them, or is not the one that the manifest gives.',
    )
  if (JSON.stringify(boundOf(manifest)) !== JSON.stringify(commitments.bound))
    findings.add(
      'P022',
      COMMITMENTS,
      'The commitments are bound to another production, ledger or export than the manifest names.',
    )
  return commitments
}

/** What the commitments of a packet are bound to, by its manifest. */
function boundOf({ vault, production, search }: Manifest): Bound {
  const { request, number, ledgerHead } = production
  const captures = search.exports.map(({ accession, root }) => ({ accession, root }))
  return { vault: vault.id, request, production: number, ledgerHead, captures }
}

function parsed(text: string | null): Commitments | null {
  try {
    const found = Commitments.safeParse(JSON.parse(text ?? '')).data ?? null
    return found?.fields.every((field, place) => field === FIELDS[place]) ? found : null
  } catch {
    return null
  }
}

/** Checks released fields as the records' own files pass by. */
export function checkCommitments(
  tools: Tools,
  { records }: Commitments,
  findings: Findings,
): { native(name: string, text: string): void; finish(): { readonly fields: number; readonly shown: number } } {
  const byNumber = new Map(records.map((record) => [record.number, record]))
  let shown = 0
  return {
    native: (name, text) => {
      const number = /([^/]+)\.json$/.exec(name)?.[1] ?? ''
      const record = byNumber.get(number)
      const said = fieldsIn(text)
      const same = record === undefined || said === null ? null : agreeing(tools, record, said)
      if (same === null)
        findings.add(
          'P023',
          name,
          `${name}: what it says is not what the City committed to, or nothing was committed to.`,
        )
      else shown += same
    },
    finish: () => ({ fields: records.length * FIELDS.length, shown }),
  }
}

function fieldsIn(text: string): z.infer<typeof Native> | null {
  try {
    return Native.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** How many released fields of a record agree with their commitments; null where one does not, or is missing, or one is too many. */
function agreeing(
  tools: Tools,
  { number, commitments, salts }: CommittedRecord,
  native: z.infer<typeof Native>,
): number | null {
  if (native.record.number !== number) return null
  let same = 0
  for (const [place, field] of FIELDS.entries()) {
    const [salt, commitment, value] = [salts[place], commitments[place], native.fields[field]]
    if (typeof salt !== 'string') {
      if (value !== undefined) return null
      continue
    }
    if (value === undefined || hexOf(commitmentOf(tools, bytesOf(salt), number, field, value)) !== commitment)
      return null
    same += 1
  }
  return same
}
