// A search statement as a tagged PDF: for the file, for the attorney, and for whoever asks what was searched.
import type { Writable } from 'node:stream'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import {
  isLineAnswered,
  type StatementLine,
  type StoredStatement,
} from '../../../../shared/domain/request/search-statement.ts'
import { readableInstant } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'

interface Facts {
  readonly zone: string
  readonly practice: boolean
}

/** Writes it and ends `out`; its only time is that of its storing, so that it is the same file each time. Resolves to its pages. */
export async function writeStatementPdf(
  out: Writable,
  { version, digest, storedAt, storedBy, statement }: StoredStatement,
  { zone, practice }: Facts,
): Promise<number> {
  const { city, request, searches, responsive, notResponsive, duplicates, undated, hitList } = statement
  const stored = readableInstant(storedAt, zone)
  const doc = createDocument(out, {
    title: `Search statement ${version} on request ${request}`,
    lang: 'en-US',
    author: city,
    createdAt: new Date(storedAt),
    footer: `${city} · request ${request} · search statement ${version}`,
    practice,
  })
  await doc.heading(1, `Search statement ${version}`)
  await doc.paragraph(`${city} · public records request ${request}`, { size: 12, colour: 'muted', spaceAfter: 12 })
  await doc.facts([
    ['Stored', `${stored}, by ${storedBy ?? 'somebody who was not named'}`],
    ['Records that answer', grouped(responsive)],
    ...(notResponsive > 0 ? [['Of these, reviewed as not responsive', grouped(notResponsive)] as const] : []),
    ...(undated > 0
      ? [['Without a time in the source', `${grouped(undated)}, included whatever the period`] as const]
      : []),
    ...(duplicates.groups > 0
      ? [
          [
            'Exact duplicates',
            `${amount(duplicates.records, 'record')} in ${amount(duplicates.groups, 'group')}`,
          ] as const,
        ]
      : []),
    ['Digest of the hit list', [{ text: hitList, mono: true }]],
    ['Digest of this statement', [{ text: digest, mono: true }]],
  ])
  await doc.paragraph(
    'This statement says what was searched, for what, and what was not. It does not say that nothing else exists.',
  )
  await doc.heading(2, 'Searches')
  await doc.table({
    columns: [
      { header: 'Search', width: 6 },
      { header: 'Found', width: 1, align: 'end' },
    ],
    rows: searches.map(({ words, found }) => [words, grouped(found)]),
  })
  await byHand(doc, 'Added by hand', statement.added)
  await byHand(doc, 'Left out by hand', statement.removed)
  await doc.heading(2, 'Searched in')
  if (statement.exports.length === 0)
    await doc.paragraph('No complete export or capture of these accounts is in the vault.')
  else
    await doc.table({
      columns: [
        { header: 'Import', width: 1, align: 'end' },
        { header: 'Account', width: 3 },
        { header: 'Made by the platform', width: 2.5 },
        { header: 'Received', width: 2.5 },
        { header: 'Records first seen', width: 1.6, align: 'end' },
      ],
      rows: statement.exports.map(({ accession, handle, generatedOn, receivedOn, records }) => [
        String(accession),
        handle,
        generatedOn === null ? 'not said' : readableDay(generatedOn),
        readableDay(receivedOn),
        grouped(records),
      ]),
    })
  await doc.heading(2, 'What was not searched, or cannot be by words, and who else was asked')
  if (statement.lines.length === 0) await doc.paragraph('Nothing.')
  else
    await doc.table({
      columns: [
        { header: 'What', width: 5 },
        { header: 'Answer', width: 4 },
      ],
      rows: statement.lines.map((line) => [line.facts, answered(line, zone)]),
    })
  if (statement.neverExported.length > 0) {
    await doc.heading(2, 'What the platforms never put into an export')
    await doc.list(statement.neverExported)
  }
  return (await doc.finish()).pages
}

async function byHand(doc: Doc, title: string, picks: StoredStatement['statement']['added']): Promise<void> {
  if (picks.length === 0) return
  await doc.heading(2, title)
  await doc.table({
    columns: [
      { header: 'Record', width: 2, align: 'end' },
      { header: 'Why', width: 5 },
      { header: 'By', width: 2 },
    ],
    rows: picks.map(({ record, reason, by }) => [String(record), reason, by ?? '']),
  })
}

function answered(line: StatementLine, zone: string): string {
  const { answer } = line
  if (answer !== null) return `${answer.words} (${answer.by ?? 'not named'}, ${readableInstant(answer.at, zone)})`
  return isLineAnswered(line) ? 'Nothing more need be done.' : 'Open: not answered yet.'
}
