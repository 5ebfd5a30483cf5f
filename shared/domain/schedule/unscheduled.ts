// What is no row of a schedule and is classified all the same: non-records and duplicates. They are held, searched and disclosed like any record.
import type { Series } from './series.ts'

const TWO_YEARS = { form: 'term', code: null, amount: 2, unit: 'years', text: '2 years', note: false } as const

function unscheduled(code: string, title: string, description: string, citations: string[]): Series {
  return {
    code,
    title,
    description,
    department: '',
    officeOfRecord: '',
    retention: TWO_YEARS,
    cutoffBasis: 'creation',
    disposition: 'destroy',
    citations,
    vital: false,
    historical: false,
    confidential: false,
    media: '',
    exclusion: null,
    row: null,
  }
}

/**
 * A non-record for retention may still be a public record (law.md §3.3), so it is kept for the two years of Gov. Code 34090(d). A duplicate may go
 * earlier only under a procedure of the council (34090.7); as none is known here, it is kept for two years as well.
 */
const unscheduledSeries: readonly Series[] = [
  unscheduled(
    'non-record',
    'Non-record',
    'Not a row of the schedule: reference material, drafts and other non-records. Kept for two years all the same; it can be held, found and disclosed.',
    ['Gov. Code 34090(d)'],
  ),
  unscheduled(
    'duplicate',
    'Duplicate',
    'Not a row of the schedule: a copy of a record that the City keeps elsewhere. Kept for two years, because no procedure of the council for duplicates is known here.',
    ['Gov. Code 34090(d)', 'Gov. Code 34090.7'],
  ),
]

/** The series of a schedule and those beside it; a row of the schedule with the same code goes before. */
export function withUnscheduled(series: readonly Series[]): Series[] {
  const own = new Set(series.map(({ code }) => code))
  return [...series, ...unscheduledSeries.filter(({ code }) => !own.has(code))]
}
