// Parts of the certificate: approvals, packages that were overwritten, the proof and the copies out of reach.

import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { approvalWords, heldPackagesWords } from '../../../../shared/domain/disposition/approval.ts'
import type { Certificate } from '../../../../shared/domain/disposition/destruction.ts'
import { kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import { readableInstant } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'

/** Who approved, as what, and how that is proved. */
export async function drawApprovals(doc: Doc, { approvals, plan, zone }: Certificate): Promise<void> {
  await doc.heading(2, 'Approvals')
  for (const one of approvals) {
    const { office, says: sentences } = approvalWords[one.role]
    const says = sentences[kindOfPlan(plan)]
    await doc.heading(3, office)
    await doc.paragraph(one.heldPackages ? `${says} ${heldPackagesWords}` : says)
    await doc.facts([
      ['Name', one.title === '' ? one.name : `${one.name}, ${one.title}`],
      ['Signed on', readableDay(one.signedOn)],
      ...(one.way === 'signed' ? keyFacts(one) : []),
      ...(one.way === 'attached'
        ? [
            [
              'Proof',
              `A signed page, attached; seen by ${one.seenByName}, ${readableInstant(one.recordedAt, zone)}`,
            ] as const,
            ['Digest of the page', [{ text: one.document ?? '', mono: true }]] as const,
          ]
        : []),
    ])
  }
}

function keyFacts({ fingerprint, keyRegisteredBy, keyComparedBy, person }: Certificate['approvals'][number]) {
  const whose = keyRegisteredBy === person ? 'made by its owner' : `registered by ${keyRegisteredBy ?? ''}`
  return [
    [
      'Proof',
      `A signature by a key of the register, verified; ${whose}${keyComparedBy === null ? '' : `; compared with its owner by ${keyComparedBy}`}`,
    ] as const,
    ['Fingerprint of the key', [{ text: fingerprint ?? '', mono: true }]] as const,
  ]
}

/** The packages in which bytes were overwritten. */
export async function drawPackages(doc: Doc, { packages }: Certificate): Promise<void> {
  await doc.heading(2, 'Source packages')
  if (packages.length === 0) return doc.paragraph('No source package was overwritten.')
  await doc.paragraph(
    'In these packages the files that the records came in were overwritten with zeros; all other files stay and prove themselves one by one. The digest is that of the package as received: as a whole it proves itself no more.',
  )
  await doc.table({
    caption: 'Packages overwritten in part',
    columns: [
      { header: 'Package', width: 3 },
      { header: 'SHA-256 as received', width: 6 },
      { header: 'Files', width: 1, align: 'end' },
      { header: 'Under a hold', width: 1.4 },
    ],
    rows: packages.map(({ name, digest, members, held }) => [
      ...[name, [{ text: digest, mono: true }], grouped(members)],
      held ? 'yes, by consent' : 'no',
    ]),
  })
}

/** What was looked through, what was found, and what is out of reach. */
export async function drawProof(doc: Doc, { proof }: Certificate): Promise<void> {
  const { counts, shared, left, residual, vacuumed, logEmptied, otherFolders } = proof
  await doc.heading(2, 'What was looked through')
  const folders = otherFolders.length === 0 ? '' : `, and the app’s own data (${otherFolders.join(', ')})`
  await doc.paragraph(
    `The whole folder of the vault${folders}: ${amount(counts.files, 'file')}, ${grouped(counts.bytes)} bytes as they lie and ${grouped(counts.unpacked)} unpacked, for ${amount(counts.traces, 'trace')} of the words, sources, files and unsalted digests of what was destroyed; the full-text index word by word. ${amount(shared, 'trace')} stand in records that stay, too.`,
  )
  await doc.paragraph(
    `${vacuumed ? 'The catalog was written anew.' : 'The catalog was not written anew for want of room; what was deleted in it is overwritten.'} ${logEmptied ? 'Its log was emptied.' : 'Its log could not be emptied, because something was reading in it.'}`,
  )
  if (left.length === 0) await doc.paragraph([{ text: 'No byte of what was destroyed was found.', bold: true }])
  else await doc.banner('warning', `Found: ${left.map(({ place, sentence }) => `${place}: ${sentence}`).join(' ')}`)
  await doc.heading(2, 'Copies out of reach')
  await doc.paragraph('These are not destroyed by this act. The custodian sees to them.')
  await doc.table({
    caption: 'Known copies',
    columns: [
      { header: 'Where', width: 3 },
      { header: 'What', width: 8 },
    ],
    rows: residual.map(({ place, sentence }) => [place, sentence]),
  })
}
