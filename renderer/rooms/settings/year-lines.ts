// A year's holidays as a person types them: one day a line.
import type { Holiday } from '../../../shared/domain/calendar/calendar.ts'
import { LocalDate } from '../../../shared/domain/time.ts'

/**
 * Reads lines such as `2026-12-25 Christmas Day`. Blank lines are passed over.
 * @returns the days in their order, and the lines that are none or lie in another year
 */
export function readYearLines(text: string, year: number): { readonly days: Holiday[]; readonly wrong: string[] } {
  const days: Holiday[] = []
  const wrong: string[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, day = '', name = ''] = /^(\d{4}-\d{2}-\d{2})[\s,;:–-]+(\S.*)$/.exec(line) ?? []
    const date = LocalDate.safeParse(day).data
    if (date === undefined || !date.startsWith(`${year}-`)) wrong.push(line)
    else days.push({ date, name, doubt: null })
  }
  return { days, wrong }
}

/** Days as such lines. */
export function writeYearLines(days: readonly Holiday[]): string {
  return days.map(({ date, name }) => `${date} ${name}`).join('\n')
}
