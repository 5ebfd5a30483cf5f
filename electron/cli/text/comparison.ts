// What changed between two schedules, in lines.
import type { ScheduleComparison } from '../../../shared/contract/schedule.ts'
import { count, counted } from './number.ts'
import { table } from './table.ts'

/** The lines: the series that changed, then the records that this moves. */
export function comparisonLines({ difference, effects, orphaned, rules }: ScheduleComparison): string[] {
  const { added, removed, changed, same, fiscalYear } = difference
  return [
    `${added.length} new, ${removed.length} gone, ${changed.length} changed, ${same} as before.`,
    ...(fiscalYear ? [`The fiscal year ends on ${fiscalYear.after}, no longer on ${fiscalYear.before}.`] : []),
    ...changed.flatMap(({ code, title, parts }) => [
      `Changed: ${code}, ${title}`,
      ...parts.map(({ part, before, after }) => `  ${part}: ${before || '–'} → ${after || '–'}`),
    ]),
    ...added.map(({ code, title, term }) => `New: ${code}, ${title}: ${term}`),
    ...removed.map(({ code, title, term }) => `Gone: ${code}, ${title}: ${term}`),
    ...(effects.length === 0 ? [] : ['']),
    ...table(effects, [
      { title: 'Series', value: ({ code }) => code, most: 24 },
      { title: 'Records before', value: ({ before }) => count(before), side: 'right' },
      { title: 'After', value: ({ after }) => count(after), side: 'right' },
      { title: 'Past retention before', value: ({ dueBefore }) => count(dueBefore), side: 'right' },
      { title: 'After', value: ({ dueAfter }) => count(dueAfter), side: 'right' },
      { title: 'Go earlier', value: ({ earlier }) => count(earlier), side: 'right' },
      { title: 'Kept longer', value: ({ later }) => count(later), side: 'right' },
    ]),
    ...(orphaned > 0
      ? [`${counted(orphaned, 'record is', 'records are')} in series that the second schedule lacks.`]
      : []),
    ...rules.map((rule) => `Rule ${rule} names a series that is gone.`),
  ]
}
