// The office's own files on paper: in the report of a plan, on the pages that are signed, and on the certificate.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { DestroyedFile, StayingFile } from '../../../../shared/domain/disposition/destruction.ts'
import {
  type KeptFileRow,
  OfficeFileKind,
  type OfficeFileRef,
  officeFileWords,
  type PlanFileRow,
} from '../../../../shared/domain/disposition/office-file.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'
import { reasonSentence } from '../plan/reason-words.ts'

/** Rows on paper; the plan and the certificate as data have them all. */
const MOST = 1000

/** How many files of each kind: `2 request files, 1 packet`; null where there are none. */
export function filesInWords(files: readonly OfficeFileRef[]): string | null {
  const parts = OfficeFileKind.options.flatMap((kind) => {
    const count = files.filter((one) => one.kind === kind).length
    const { one, many } = officeFileWords[kind]
    return count === 0 ? [] : [amount(count, one, many.toLowerCase())]
  })
  return parts.length === 0 ? null : parts.join(', ')
}

/** The files of a plan: those that may go, each with what binds it, and those that stay. */
export async function drawPlanFiles(
  doc: Doc,
  {
    files = [],
    filesKept = [],
  }: { readonly files?: readonly PlanFileRow[] | undefined; readonly filesKept?: readonly KeptFileRow[] | undefined },
): Promise<void> {
  if (files.length + filesKept.length === 0) return
  await doc.heading(2, 'The office’s own files')
  await doc.paragraph(
    'Request files, packets, plans, holds, the removal log and remainders of imports are records of the City, too, each in the series that the office chose for it. Those listed are destroyed after the records, by the same approvals. The ledger and certificates are kept for ever.',
  )
  if (files.length === 0) await doc.paragraph('None of them may be destroyed.')
  else {
    for (const authority of new Set(files.map((one) => one.authority))) await doc.paragraph(`Authority: ${authority}.`)
    await doc.table({
      caption: 'Files that may be destroyed',
      columns: [
        { header: 'File', width: 2.4 },
        { header: 'Series', width: 2.9 },
        { header: 'Runs from', width: 1.5 },
        { header: 'Eligible since', width: 1.6 },
        { header: 'Salted digest', width: 3.6 },
      ],
      rows: files
        .slice(0, MOST)
        .map(({ series, cutoff, eligibleOn, commitment, ...file }) => [
          ...[nameOf(file), series, cutoff ?? 'its own date', eligibleOn],
          [{ text: commitment, mono: true }],
        ]),
    })
    await more(doc, files.length)
  }
  if (filesKept.length === 0) return
  await doc.table({
    caption: 'Files that stay',
    columns: [
      { header: 'File', width: 2.6 },
      { header: 'Because', width: 6.4 },
      { header: 'Not before', width: 1.5 },
    ],
    rows: filesKept
      .slice(0, MOST)
      .map(({ reason, detail, on, ...file }) => [
        nameOf(file),
        reason === 'waits' ? detail : reasonSentence(reason, detail),
        on === null ? '' : readableDay(on),
      ]),
  })
  await more(doc, filesKept.length)
}

/** The files of a certificate. */
export async function drawCertifiedFiles(
  doc: Doc,
  {
    files = [],
    filesKept = [],
  }: { readonly files?: readonly DestroyedFile[] | undefined; readonly filesKept?: readonly StayingFile[] | undefined },
): Promise<void> {
  if (files.length + filesKept.length === 0) return
  await doc.heading(2, 'The office’s own files')
  if (files.length > 0) {
    await doc.paragraph(
      'Of these everything that was written in them was destroyed: their rows in the catalog, their papers and what was issued of them; of a remainder the bytes of its files. Their numbers are not given again.',
    )
    for (const authority of new Set(files.map((one) => one.authority))) await doc.paragraph(`Authority: ${authority}.`)
    await doc.table({
      caption: 'Files of the office that were destroyed',
      columns: [
        { header: 'File', width: 2.8 },
        { header: 'Series', width: 3.4 },
        { header: 'Runs from', width: 1.5 },
        { header: 'Eligible since', width: 1.6 },
        { header: 'Papers', width: 1, align: 'end' },
        { header: 'Bytes', width: 1.3, align: 'end' },
      ],
      rows: files
        .slice(0, MOST)
        .map(({ series, cutoff, eligibleOn, files: papers, bytes, ...file }) => [
          ...[nameOf(file), series, cutoff ?? 'its own date', eligibleOn, grouped(papers), grouped(bytes)],
        ]),
    })
    await more(doc, files.length)
  }
  if (filesKept.length === 0) return
  await doc.table({
    caption: 'Files of the plan that stay',
    columns: [
      { header: 'File', width: 2.8 },
      { header: 'Because', width: 8 },
    ],
    rows: filesKept.slice(0, MOST).map(({ detail, ...file }) => [nameOf(file), detail]),
  })
  await more(doc, filesKept.length)
}

function nameOf({ kind, id }: OfficeFileRef): string {
  const { one } = officeFileWords[kind]
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} ${id}`
}

async function more(doc: Doc, count: number): Promise<void> {
  if (count > MOST)
    await doc.paragraph(`${amount(count - MOST, 'more file', 'more files')} are listed in the JSON file alone.`)
}
