// The report of a quarter as one tagged PDF.
import type { Writable } from 'node:stream'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { readableInstant } from '../../../../shared/domain/time.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import { plainText } from '../../typeset/setting.ts'
import type { QuarterMeans, QuarterSection } from './section.ts'

const ORDINALS = ['first', 'second', 'third', 'fourth']

/** Writes the report and ends `out`. Returns its number of pages. */
export async function printQuarter(
  out: Writable,
  means: QuarterMeans,
  sections: readonly QuarterSection[],
): Promise<number> {
  const { quarter, from, to, end, facts } = means
  const title = `Social media, ${ORDINALS[Number(quarter.slice(-1)) - 1]} quarter of ${quarter.slice(0, 4)}`
  const doc = createDocument(out, {
    ...{ title: `${title} – ${facts.city}`, lang: 'en-US', author: facts.city, createdAt: new Date(facts.writtenAt) },
    footer: `${facts.city} · report to the Social Media Council · ${quarter}`,
    practice: facts.practice,
  })
  await doc.heading(1, title)
  await doc.paragraph(`${facts.city} · report to the Social Media Council`, {
    size: 12,
    colour: 'muted',
    spaceAfter: 12,
  })
  if (end > facts.writtenAt)
    await doc.banner('note', 'The quarter is not over: this report stands as of the day on which it was written.')
  await doc.facts([
    ['Period', `${readableDay(from)} to ${readableDay(to)} (days of ${facts.zone})`],
    ['Written', readableInstant(facts.writtenAt, facts.zone)],
    ['Made of', 'the records, registers and ledger of one vault, and nothing else'],
  ])
  for (const section of sections) await drawSection(doc, section)
  return (await doc.finish()).pages
}

async function drawSection(doc: Doc, { title, words, chart, heads, figures, rows }: QuarterSection): Promise<void> {
  await doc.heading(2, title)
  for (const sentence of words) await doc.paragraph(sentence, { spaceAfter: 4 })
  if (chart !== undefined) await doc.chart(chart)
  if (rows.length === 0) return
  // The heading above names it; a caption would say the same again.
  await doc.table({
    columns: heads.map((header, place) => ({
      header,
      width: 1,
      ...(figures.includes(place) ? { align: 'end' as const } : {}),
    })),
    fitted: true,
    rows,
  })
}

/** The same as rows of one table: section, line, column, value. */
export function quarterRows(sections: readonly QuarterSection[]): (string | number)[][] {
  return sections.flatMap(({ title, words, heads, figures, rows }) => [
    ...words.map((sentence) => [title, 0, 'In words', sentence]),
    ...rows.flatMap((row, at) =>
      row.map((cell, place) => {
        const value = plainText(cell)
        const figure = figures.includes(place) && value !== '' ? Number(value.replaceAll(',', '')) : value
        return [title, at + 1, heads[place] ?? '', figure]
      }),
    ),
  ])
}
