// The log of removed content, or one month of it, as a tagged PDF: a chart by what and by whom, then every entry.
import type { Writable } from 'node:stream'
import type { RemovedEntry } from '../../../../shared/contract/removed.ts'
import { readableMonth } from '../../../../shared/domain/calendar/day.ts'
import { RemovalKind, RemovedBy } from '../../../../shared/domain/office/removal.ts'
import { readableInstant } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import {
  removalFieldWords,
  removalKindWords,
  removalStateWords,
  removedByWords,
} from '../../../../shared/text/removal-words.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import type { ReportFacts } from '../facts.ts'
import { type LogFacts, logColumns } from './columns.ts'

/** What is printed. `month` null: the whole log. */
export interface RemovedPrint {
  readonly entries: readonly RemovedEntry[]
  readonly month: string | null
  readonly facts: ReportFacts
  readonly log: LogFacts
}

/** Writes the report and ends `out`. Returns its number of pages. */
export async function printRemoved(out: Writable, { entries, month, facts, log }: RemovedPrint): Promise<number> {
  const title = month === null ? 'Removed content' : `Removed content, ${readableMonth(month)}`
  const doc = createDocument(out, {
    ...{ title: `${title} – ${facts.city}`, lang: 'en-US', author: facts.city, createdAt: new Date(facts.writtenAt) },
    footer: `${facts.city} · ${title}`,
    practice: facts.practice,
  })
  await doc.heading(1, title)
  await doc.paragraph(facts.city, { size: 12, colour: 'muted', spaceAfter: 12 })
  await doc.facts([
    ['Entries', grouped(entries.length)],
    ['Still open', grouped(entries.filter(({ state }) => state === 'open' || state === 'review').length)],
    ['Written', `${readableInstant(facts.writtenAt, facts.zone)}, by ${facts.writtenBy}`],
    ['Times', `those of ${facts.zone}`],
  ])
  await drawRemovedTally(doc, entries)
  for (const entry of entries) await drawEntry(doc, entry, log)
  return (await doc.finish()).pages
}

/** A chart of entries by what was done and by whom, with the table of its numbers. */
async function drawRemovedTally(doc: Doc, entries: readonly RemovedEntry[]): Promise<void> {
  if (entries.length === 0) return doc.paragraph('Nothing is written down for this time.')
  const bars = RemovalKind.options
    .map((kind) => ({
      label: removalKindWords[kind],
      values: RemovedBy.options.map((by) => entries.filter(({ said }) => said.kind === kind && said.by === by).length),
    }))
    .filter(({ values }) => values.some((value) => value > 0))
  const parts = RemovedBy.options.map((by) => removedByWords[by])
  const told = bars.map(({ label, values }) => {
    const named = values.flatMap((value, part) => (value === 0 ? [] : [`${value} by ${parts[part]}`]))
    return `${label}: ${named.join(', ')}`
  })
  await doc.chart({ caption: 'By what and by whom', alt: `Bars. ${told.join('. ')}.`, parts, bars })
  await doc.table({
    caption: 'The same in numbers',
    columns: [{ header: 'What', width: 2 }, ...parts.map((header) => ({ header, width: 1.4, align: 'end' as const }))],
    rows: bars.map(({ label, values }) => [label, ...values.map((value) => grouped(value))]),
  })
}

async function drawEntry(doc: Doc, entry: RemovedEntry, log: LogFacts): Promise<void> {
  await doc.heading(
    2,
    `${entry.id}. ${removalKindWords[entry.said.kind]} (${removalStateWords[entry.state].toLowerCase()})`,
  )
  if (entry.open.length > 0 && entry.state !== 'dismissed') {
    const missing = entry.open.map((field) => removalFieldWords[field]).join('; ')
    await doc.banner('note', `Neither said nor explained yet (${amount(entry.open.length, 'thing')}): ${missing}.`)
  }
  const rows = logColumns
    .slice(3)
    .map(({ title, value }) => [title, value(entry, log)] as const)
    .filter(([, value]) => value !== '')
  await doc.facts(rows)
}
