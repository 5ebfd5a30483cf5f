// What changed between two schedules: series that came, went or read differently, and what their retention comes to now.
import { z } from 'zod'
import { termWords } from '../retention/words.ts'
import { compileSchedule, type ScheduleDraft, type SeriesTerm } from './schedule.ts'

const Line = z.strictObject({ code: z.string(), title: z.string(), term: z.string() })

/** Parts of a series that a person would call a change; `term` also changes where only the legend or the fiscal year did. */
const SeriesPart = z.enum([
  'title',
  'description',
  'department',
  'officeOfRecord',
  'retention',
  'term',
  'citations',
  'marks',
  'media',
  'exclusion',
])
type SeriesPart = z.infer<typeof SeriesPart>

/** `same`: how many series read as before. `fiscalYear`: where its last day moved. */
export const ScheduleDifference = z.strictObject({
  added: z.array(Line),
  removed: z.array(Line),
  changed: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      parts: z.array(z.strictObject({ part: SeriesPart, before: z.string(), after: z.string() })).min(1),
    }),
  ),
  same: z.int().nonnegative(),
  fiscalYear: z.strictObject({ before: z.string(), after: z.string() }).nullable(),
})
export type ScheduleDifference = z.infer<typeof ScheduleDifference>

/** Compares two schedules series by series, by code, in the order of the second (what went in that of the first). */
export function scheduleDifference(before: ScheduleDraft, after: ScheduleDraft): ScheduleDifference {
  const old = rowsOf(before)
  const fresh = rowsOf(after)
  const both = [...fresh].flatMap(([code, now]) => {
    const was = old.get(code)
    return was ? [{ code, title: now.series.title, parts: changedParts(was, now) }] : []
  })
  const changed = both.filter(({ parts }) => parts.length > 0)
  const moved = before.fiscalYearEnd !== after.fiscalYearEnd
  return {
    added: [...fresh].filter(([code]) => !old.has(code)).map(([, term]) => lineOf(term)),
    removed: [...old].filter(([code]) => !fresh.has(code)).map(([, term]) => lineOf(term)),
    changed,
    same: both.length - changed.length,
    fiscalYear: moved ? { before: before.fiscalYearEnd, after: after.fiscalYearEnd } : null,
  }
}

/** The rows of a schedule with their terms, by code. */
function rowsOf(schedule: ScheduleDraft): Map<string, SeriesTerm> {
  const own = new Set(schedule.series.map(({ code }) => code))
  return new Map([...compileSchedule(schedule).terms].filter(([code]) => own.has(code)))
}

function lineOf({ series, term }: SeriesTerm) {
  return { code: series.code, title: series.title, term: termWords(term) }
}

function changedParts(before: SeriesTerm, after: SeriesTerm) {
  const [was, now] = [partsOf(before), partsOf(after)]
  return SeriesPart.options.flatMap((part) =>
    was[part] === now[part] ? [] : [{ part, before: was[part], after: now[part] }],
  )
}

function partsOf({ series, term }: SeriesTerm): Record<SeriesPart, string> {
  const marks = (['vital', 'historical', 'confidential'] as const).filter((mark) => series[mark])
  return {
    title: series.title,
    description: series.description,
    department: series.department,
    officeOfRecord: series.officeOfRecord,
    retention: series.retention.text,
    term: termWords(term),
    citations: series.citations.join('; '),
    marks: marks.join(', '),
    media: series.media,
    exclusion: series.exclusion === null ? '' : `34090(${series.exclusion})`,
  }
}
