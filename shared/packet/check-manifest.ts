// A packet against its own manifest: every file there and as listed, nothing else in it, the root over its records, its counts.
import { BAG_INFO, BAGIT, bagInfoOf, DECLARATION, TAG_SUMS, tagSums, UNLISTED } from './bagit.ts'
import type { ReadFile } from './check-files.ts'
import type { Commitments } from './commitments.ts'
import { type Counts, MANIFEST, type Manifest, SUMS, sumLine } from './manifest.ts'
import type { Findings } from './report.ts'
import { bytesOf, hexOf, sha256, type Tools } from './tools.ts'
import { growingTree, leafOf } from './tree.ts'

type Read = ReadonlyMap<string, ReadFile>

/** Holds what was read against the manifest. */
export function checkManifest(tools: Tools, manifest: Manifest, read: Read, findings: Findings): void {
  againstFiles(manifest, read, findings)
  againstSums(tools, manifest, read, findings)
  if (manifest.files.every(({ name, sha256 }) => read.get(name)?.sha256 === sha256)) {
    if (rootOf(tools, manifest) !== manifest.records.root)
      findings.add('P015', MANIFEST, 'The root over the records does not follow from the native files and their salts.')
  }
}

function againstFiles(manifest: Manifest, read: Read, findings: Findings): void {
  const listed = new Set(UNLISTED)
  for (const { name, size, sha256 } of manifest.files) {
    listed.add(name)
    const found = read.get(name)
    if (found === undefined) findings.add('P012', name, `${name} is listed in the manifest and not in the packet.`)
    else if (found.size >= 0 && (found.size !== size || found.sha256 !== sha256))
      findings.add('P013', name, `${name} is not as the manifest says: its bytes were changed.`)
  }
  for (const name of read.keys())
    if (!listed.has(name)) findings.add('P014', name, `${name} is in the packet and not in the manifest.`)
}

/** The list of digests says again what the manifest says, and vouches for the manifest itself. */
function againstSums(tools: Tools, manifest: Manifest, read: Read, findings: Findings): void {
  const [sums, own] = [read.get(SUMS), read.get(MANIFEST)]
  if (sums === undefined || own === undefined) {
    findings.add('P016', SUMS, `${SUMS} is not in the packet.`)
    return
  }
  const expected = tools.sha256()
  for (const file of manifest.files) expected.update(tools.utf8(sumLine(file)))
  expected.update(tools.utf8(sumLine({ name: MANIFEST, sha256: own.sha256 })))
  if (hexOf(expected.digest()) !== sums.sha256) {
    findings.add('P017', SUMS, `${MANIFEST} and ${SUMS} do not say the same: one of them was changed.`)
    return
  }
  againstTags(tools, manifest, { manifestSize: own.size, sums: sums.sha256 }, read, findings)
}

/** Every BagIt tag follows from the manifest and from the list of digests. */
function againstTags(
  tools: Tools,
  manifest: Manifest,
  { manifestSize, sums }: { readonly manifestSize: number; readonly sums: string },
  read: Read,
  findings: Findings,
): void {
  const digest = (text: string) => hexOf(sha256(tools, tools.utf8(text)))
  const tags = { [BAGIT]: digest(DECLARATION), [BAG_INFO]: digest(bagInfoOf(manifest, manifestSize)), [SUMS]: sums }
  const expected = { [BAGIT]: tags[BAGIT], [BAG_INFO]: tags[BAG_INFO], [TAG_SUMS]: digest(tagSums(tags)) }
  for (const [name, right] of Object.entries(expected)) {
    const found = read.get(name)
    if (found?.sha256 === right) continue
    const sentence = `${name} ${found === undefined ? 'is not in the packet' : 'does not say what follows from the manifest'}.`
    findings.add('P019', name, sentence)
  }
}

function rootOf(tools: Tools, manifest: Manifest): string | null {
  const files = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]))
  const tree = growingTree(tools)
  for (const { salt, file } of manifest.records.leaves)
    tree.add(leafOf(tools, bytesOf(salt), bytesOf(files.get(file) ?? '')))
  const root = tree.root()
  return root === null ? null : hexOf(root)
}

/** Holds the counts against the records that are there, and against the commitments where there are any. */
export function checkCounts(manifest: Manifest, commitments: Commitments | null, findings: Findings): void {
  const { counts, records, production } = manifest
  if (counts === null) return
  const wrong = [
    counts.responsive === production.items && counts.responsive === counts.released + counts.redacted + counts.withheld,
    counts.released + counts.redacted === records.leaves.length,
    commitments === null || sameCounts(counts, commitments),
  ].includes(false)
  if (wrong)
    findings.add(
      'P018',
      MANIFEST,
      'The counts (responsive, released, redacted, withheld, by ground) do not agree with the records of this packet.',
    )
}

function sameCounts(counts: Counts, { records }: Commitments): boolean {
  const of = (outcome: string) => records.filter((one) => one.outcome === outcome).length
  const byGround = counts.byGround.every(
    ({ ground, records: said }) => records.filter(({ grounds }) => grounds.includes(ground)).length === said,
  )
  const all = counts.responsive === records.length
  return all && byGround && (['released', 'redacted', 'withheld'] as const).every((one) => counts[one] === of(one))
}
