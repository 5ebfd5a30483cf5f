// The City's calendar: closure days and years of holidays, and the deadlines that they move.
import { basename } from 'node:path'
import { z } from 'zod'
import {
  calendarClose,
  calendarEffect,
  calendarReopen,
  calendarShow,
  calendarYear,
  type MovedDate,
} from '../../../shared/contract/calendar.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import { missingYears } from '../../../shared/domain/calendar/missing-years.ts'
import { localDate } from '../../../shared/domain/time.ts'
import { splitRows } from '../../core/retention/schedule/text.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { readText } from '../input/file.ts'
import { Day, Nothing, Number1 } from '../input/schemas.ts'
import { counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const Words = z.string().trim().min(1).max(500)
const Close = z.object({ DATE: Day, reason: Words, orderedBy: Words })
const Effect = z.object({ DATE: Day })
const Reopen = z.object({ NUMBER: Number1, reason: Words })
const Year = z.object({ FILE: z.string().min(1), year: Number1, court: z.boolean().default(false), source: Words })
const Days = z.array(z.tuple([Day, z.string().trim().min(1)]))

const show: Work<unknown> = async ({ vault, surroundings }) => {
  const shown = await vault.ask(calendarShow, {})
  const closures = table(shown.closures, [
    { title: 'Number', value: ({ id }) => String(id), side: 'right' },
    { title: 'Closed on', value: ({ date }) => date },
    { title: 'Reason', value: ({ reason }) => reason, most: 40 },
    { title: 'Ordered by', value: ({ authority }) => authority, most: 40 },
    { title: 'Counts', value: ({ withdrawnAt }) => (withdrawnAt === null ? 'yes' : 'taken back') },
  ])
  const years = table(shown.years, [
    { title: 'Year', value: ({ year }) => String(year) },
    { title: 'Whose', value: ({ set }) => (set === 'city' ? 'the City’s' : 'the court’s') },
    { title: 'Days', value: ({ days }) => String(days.length), side: 'right' },
    { title: 'Copied from', value: ({ source }) => source, most: 60 },
  ])
  const missing = missingYears(shown.years, localDate(surroundings.clock(), vault.about.zone)).map(
    ({ set, year }) =>
      `${year}: ${set === 'city' ? 'the City’s' : 'the court’s'} holidays are not loaded; no date runs into that year (“calendar year”).`,
  )
  return { value: shown, lines: [...(closures.length > 0 ? [...closures, ''] : []), ...years, ...missing] }
}

export default ((program, runner) => {
  const calendar = program
    .command('calendar')
    .description('The City’s calendar, by which deadlines are reckoned; by itself it shows it.')
    .addHelpText('after', example('muniment calendar'))
    .action(runner.inVault(Nothing, show))
  calendar
    .command('close')
    .description('Enters a day on which the City’s office was closed for the whole day.')
    .argument('<DATE>', 'the day')
    .requiredOption('--reason <text>', 'why it was closed')
    .requiredOption('--ordered-by <text>', 'who closed it, and by what')
    .addHelpText('after', example('muniment calendar close 2026-12-24 --reason Flood --ordered-by "Order 26-4"'))
    .action(
      runner.inVault(Close, async ({ vault }, { DATE, reason, orderedBy }) => {
        const done = await vault.ask(calendarClose, { date: DATE, reason, authority: orderedBy })
        return { value: done, lines: [`Closure ${done.id} was entered.`, ...movedLines(done.moved)] }
      }),
    )
  calendar
    .command('effect')
    .description('Tells which deadlines of open requests a closure day would move; nothing is changed.')
    .argument('<DATE>', 'the day')
    .addHelpText('after', example('muniment calendar effect 2026-12-24'))
    .action(
      runner.inVault(Effect, async ({ vault }, { DATE: date }) => {
        const moved = await vault.ask(calendarEffect, { date })
        return { value: moved, lines: movedLines(moved, 'would move') }
      }),
    )
  calendar
    .command('reopen')
    .description('Takes a closure day back that was entered by mistake.')
    .argument('<NUMBER>', 'its number, as “calendar” prints it')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment calendar reopen 1 --reason "It was the day after"'))
    .action(
      runner.inVault(Reopen, async ({ vault }, { NUMBER, reason }) => {
        const done = await vault.ask(calendarReopen, { id: NUMBER, reason })
        return { value: done, lines: [`Closure ${NUMBER} was taken back.`, ...movedLines(done.moved)] }
      }),
    )
  calendar
    .command('year')
    .description('Enters the holidays of a year from a CSV file without a heading: date, name.')
    .argument('<FILE>', 'the days, one a line')
    .requiredOption('--year <year>', 'the year')
    .requiredOption('--source <text>', 'what they were copied from')
    .option('--court', 'the court’s holidays, not the City’s')
    .addHelpText('after', example('muniment calendar year days.csv --year 2027 --source "Personnel Manual 3.2"'))
    .action(
      runner.inVault(Year, async ({ vault, surroundings }, { FILE, year, court, source }) => {
        const days = daysIn(readText(surroundings.folder, FILE), FILE)
        const done = await vault.ask(calendarYear, { set: court ? 'judicial' : 'city', year, days, source })
        return { value: done, lines: [`${counted(days.length, 'day', 'days')} entered.`, ...movedLines(done.moved)] }
      }),
    )
}) satisfies CommandFile

function daysIn(text: string, file: string) {
  const rows = splitRows(text, ',').rows.filter((row) => row.some((cell) => cell !== ''))
  const days = Days.safeParse(rows)
  if (days.success) return days.data.map(([date, name]) => ({ date, name, doubt: null }))
  const sentence = `${basename(file)} holds a line that is not a date (YYYY-MM-DD) and a name. Nothing was entered.`
  throw new MunimentError('INPUT_INVALID', `${sentence}\n${z.prettifyError(days.error)}`)
}

function movedLines(moved: readonly MovedDate[], moves = 'moved'): string[] {
  if (moved.length === 0) return [`No deadline of an open request ${moves}.`]
  return moved.map(
    ({ request, duty, before, after }) => `Request ${request}, ${duty}: ${before ?? '–'} → ${after ?? '–'}`,
  )
}
