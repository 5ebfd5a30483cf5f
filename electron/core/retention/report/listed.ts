// What the lists of open requests and of claims say beside what the vault knows: on the report's first pages, on the pages to sign and on the certificate.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { Certificate } from '../../../../shared/domain/disposition/destruction.ts'
import {
  answerWords,
  type ListedComparison,
  type ListedRow,
  listedStandingWords,
  listKindWords,
} from '../../../../shared/domain/disposition/listed.ts'
import { readableInstant } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'

/** Rows on paper; the plan's file has them all. */
const MOST = 300

/** The comparison in one line: `12 entries are held here, 3 were answered for, 1 is to be answered`. */
export function listedInWords({ rows, held, closedInList }: ListedComparison): string {
  const here = held + rows.filter(({ standing }) => standing === 'held').length
  const answered = rows.filter(({ answer }) => answer !== null).length
  const open = rows.filter((row) => row.open).length
  const since = rows.filter(({ standing }) => standing === 'closed-since').length
  const parts = [
    `${amount(here, 'entry is', 'entries are')} held here`,
    ...(since > 0 ? [`${since} closed here since`] : []),
    ...(closedInList > 0 ? [`${closedInList} closed by the list itself`] : []),
    ...(answered > 0 ? [`${answered} answered for`] : []),
    ...(open > 0 ? [`${open} to be answered`] : []),
  ]
  return parts.join(', ')
}

/** The entries that are more than open requests which are open here, each with how it stands and what was answered. */
export async function drawListed(doc: Doc, listed: ListedComparison | undefined): Promise<void> {
  if (listed === undefined || listed.rows.length === 0) return
  await doc.heading(2, 'The lists beside this vault')
  await doc.paragraph(
    'Each entry of both lists was compared with the requests and holds of this vault, by its number or the name of its matter. What is to be answered stops approval and destruction.',
  )
  await doc.table({
    columns: [
      { header: 'Entry', width: 2.2 },
      { header: 'What the list says', width: 3.4 },
      { header: 'Here', width: 2 },
      { header: 'Answer', width: 4 },
    ],
    rows: listed.rows
      .slice(0, MOST)
      .map((row) => [
        `${listKindWords[row.kind].one}\n${row.number}`,
        row.words,
        [listedStandingWords[row.standing], row.here].filter(Boolean).join(': '),
        answerOf(row),
      ]),
  })
  const more = listed.rows.length - MOST
  if (more > 0) await doc.paragraph(`And ${amount(more, 'more entry', 'more entries')}; the plan’s file has them all.`)
}

function answerOf({ answer, open, here }: ListedRow) {
  if (open) return [{ text: 'to be answered', bold: true, colour: 'warning' as const }]
  if (answer === null) return ''
  return `${answerWords(answer, here)}: ${answer.reason} (${answer.by} and ${answer.second}; counts until ${readableDay(answer.until)})`
}

/** What was answered of entries that the vault did not know, as a certificate says it. */
export async function drawAnswered(doc: Doc, { listed, zone }: Certificate): Promise<void> {
  if (listed === undefined || listed.answered.length === 0) return
  await doc.table({
    caption: 'Entries of these lists that somebody answered for',
    columns: [
      { header: 'Entry', width: 2.4 },
      { header: 'Here', width: 2 },
      { header: 'Answer', width: 4 },
      { header: 'By', width: 2.6 },
    ],
    rows: listed.answered.map(({ kind, number, standing, reason, by, second, at, ...answer }) => [
      `${listKindWords[kind].one} ${number}`,
      listedStandingWords[standing],
      `${answerWords(answer, '')}: ${reason}`,
      `${by} and ${second}, ${readableInstant(at, zone)}`,
    ]),
  })
}

/** How the lists were compared, for the certificate's paragraph on what was asked. */
export function comparedInWords({ listed }: Pick<Certificate, 'listed'>): string {
  if (listed === undefined) return ''
  const answered =
    listed.answered.length === 0
      ? 'none had to be answered for'
      : `${amount(listed.answered.length, 'was answered for by two persons, as listed below', 'were answered for by two persons, as listed below')}`
  return ` Each entry was compared with the requests and holds of this vault on the day: ${amount(listed.held, 'entry is', 'entries are')} held here, and ${answered}.`
}
