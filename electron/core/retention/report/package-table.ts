// The packages that would be struck, a line each with its digest before: in the report and on the pages to sign (design §4).
import type { PlanPackage } from '../../../../shared/domain/disposition/disposition.ts'
import { grouped } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'

/** Draws the table. */
export async function drawPackageTable(doc: Doc, packages: readonly PlanPackage[]): Promise<void> {
  await doc.table({
    columns: [
      { header: 'Package', width: 3 },
      { header: 'SHA-256 before', width: 4.6 },
      { header: 'Records', width: 1.2, align: 'end' },
      { header: 'On hold', width: 1.1, align: 'end' },
      { header: 'Waiting', width: 1.2, align: 'end' },
    ],
    rows: packages.map(({ package: id, name, digest, records, held, waiting }) => [
      [{ text: `${name}\n` }, { text: id, mono: true }],
      digest === null ? 'struck before: proves itself file by file' : [{ text: digest, mono: true }],
      grouped(records),
      grouped(held),
      grouped(waiting),
    ]),
  })
}
