// The lines of a printed reconciliation: files that hold records, reasons for what was passed over, and all other files.
import type { Reconciliation, ReconciliationLine } from '../../../shared/domain/intake/reconciliation.ts'
import { amount, grouped } from '../../../shared/text/amount.ts'
import type { Doc } from '../typeset/document.ts'
import { isUnexplained, lostOf, outcomesInWords, passedOverOf } from './print-reconciliation-words.ts'

const HOLDS_RECORDS: readonly ReconciliationLine['status'][] = ['read', 'empty', 'failed', 'absent']

const STATUS: Readonly<Record<ReconciliationLine['status'], string>> = {
  read: 'read',
  empty: 'empty',
  absent: 'declared, and not in the export',
  failed: 'could not be read to its end',
  'kept-unread': 'kept unread',
  media: 'media',
  unknown: 'unknown',
  quarantined: 'quarantined',
  'left-out': 'left out, its bytes not kept',
}

/** Every file that holds records, line by line, with the sums; what is unexplained is marked by a sign, a word and a colour. */
export async function drawLines(doc: Doc, { lines, totals }: Reconciliation): Promise<void> {
  const read = lines.filter(({ status }) => HOLDS_RECORDS.includes(status))
  await doc.heading(2, 'What became of every item')
  await doc.list([
    'New: first seen in this export. Changed: known, with other content; kept as a new version. Unchanged: known, and the same.',
    'Merged: twice in this export, or joined to another item. Passed over: no record of its own; the reason stands below.',
    'Difference: claimed by the export and not read, or read and not claimed.',
  ])
  await doc.table({
    columns: [
      { header: 'File', width: 3.5 },
      { header: 'Claimed', width: 1.2, align: 'end' },
      { header: 'Read', width: 1.2, align: 'end' },
      { header: 'What became of them', width: 4 },
      { header: 'Difference', width: 1.3, align: 'end' },
    ],
    rows: [
      ...read.map((line) => [
        fileCell(line),
        line.claimed === null ? '–' : grouped(line.claimed),
        grouped(line.read),
        outcomesInWords({ ...line, passedOver: passedOverOf(line) }),
        differenceCell(line),
      ]),
      [
        strong('Total'),
        strong(grouped(totals.claimed)),
        strong(grouped(totals.read)),
        strong(outcomesInWords(totals)),
        totals.unexplained === 0 ? strong('0') : marked(totals.unexplained),
      ],
    ],
  })
}

/** Why items were passed over, file by file. */
export async function drawPassedOver(doc: Doc, { lines }: Reconciliation): Promise<void> {
  const rows = lines.flatMap(({ file, passedOver }) =>
    passedOver.map(({ reason, count }) => [file, reason, grouped(count)]),
  )
  if (rows.length === 0) return
  await doc.table({
    caption: 'Passed over, and why',
    columns: [
      { header: 'File', width: 3.4 },
      { header: 'Reason', width: 6 },
      { header: 'Items', width: 1, align: 'end' },
    ],
    rows,
  })
}

/** Remarks on files that hold records, each once with the files that it is about. */
export async function drawRemarks(doc: Doc, { lines }: Reconciliation): Promise<void> {
  const files = new Map<string, string[]>()
  for (const { file, status, note } of lines) {
    if (note === null || !HOLDS_RECORDS.includes(status)) continue
    files.set(note, [...(files.get(note) ?? []), file])
  }
  if (files.size === 0) return
  await doc.table({
    caption: 'Remarks',
    columns: [
      { header: 'Files', width: 4 },
      { header: 'Remark', width: 6 },
    ],
    rows: [...files].map(([note, named]) => [named.join('\n'), note]),
  })
}

/** Files that hold no records, or that nobody knows: none is left out. */
export async function drawOtherFiles(doc: Doc, { lines }: Reconciliation): Promise<void> {
  const others = lines.filter(({ status }) => !HOLDS_RECORDS.includes(status))
  if (others.length === 0) return
  await doc.heading(2, 'All other files')
  const strange = others.filter(({ status }) => status === 'unknown' || status === 'quarantined').length
  if (strange > 0) {
    await doc.banner(
      'warning',
      `${amount(strange, 'file is', 'files are')} unknown or quarantined and kept in the sealed package: read the notes.`,
    )
  }
  await doc.table({
    columns: [
      { header: 'Files (and items claimed in them)', width: 4.6 },
      { header: 'What they are', width: 1.6 },
      { header: 'Note', width: 4.3 },
    ],
    rows: groupedByNote(others).map(({ status, note, files }) => {
      const odd = status === 'unknown' || status === 'quarantined'
      const word = odd ? [{ text: `≠ ${STATUS[status]}`, bold: true, colour: 'warning' as const }] : STATUS[status]
      return [files.join('\n'), word, note]
    }),
  })
}

/** Lines of the same kind and note together, in the order of the first of each, so that a note is read once. */
function groupedByNote(lines: readonly ReconciliationLine[]) {
  const groups = new Map<string, { status: ReconciliationLine['status']; note: string; files: string[] }>()
  for (const { file, status, note, claimed } of lines) {
    const key = status === 'media' ? file : `${status} ${note}`
    const group = groups.get(key) ?? { status, note: note ?? '', files: [] }
    groups.set(key, group)
    group.files.push(claimed ? `${file} (${grouped(claimed)})` : file)
  }
  return [...groups.values()]
}

function fileCell(line: ReconciliationLine) {
  const { file, type, status } = line
  return [
    { text: file },
    { text: file.includes(type) ? '' : `\n${type}`, colour: 'muted' as const },
    { text: status === 'read' ? '' : `\n${STATUS[status]}`, colour: 'muted' as const },
    { text: isUnexplained(line) ? '\n≠ unexplained' : '', bold: true, colour: 'warning' as const },
  ].filter(({ text }) => text !== '')
}

function differenceCell(line: ReconciliationLine) {
  const lost = lostOf(line)
  if (lost !== 0) return marked(lost + (line.difference ?? 0))
  if (line.difference === null) return '–'
  return line.difference === 0 ? '0' : marked(line.difference)
}

function strong(text: string) {
  return [{ text, bold: true }]
}

function marked(difference: number) {
  return [{ text: `≠ ${grouped(difference)}`, bold: true, colour: 'warning' as const }]
}
