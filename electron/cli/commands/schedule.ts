// The retention schedule: taken in with its legend, and shown.
import { basename } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import {
  type ScheduleComparison,
  scheduleCompare,
  scheduleImport,
  scheduleList,
  scheduleMoved,
  scheduleShow,
} from '../../../shared/contract/schedule.ts'
import { Digest, PersonId, ScheduleId } from '../../../shared/domain/id.ts'
import { ScheduleField } from '../../../shared/domain/schedule/column.ts'
import type { Legend } from '../../../shared/domain/schedule/legend.ts'
import { FiscalYearEnd } from '../../../shared/domain/schedule/schedule.ts'
import { socialMediaSeries } from '../../../shared/domain/schedule/social-series.ts'
import { localDate } from '../../../shared/domain/time.ts'
import { readLegendCsv } from '../../core/retention/schedule/legend.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { readBytes, readPaper } from '../input/file.ts'
import { columnsSaid, scheduleRows } from '../input/schedule.ts'
import { Day, Nothing, Number1 } from '../input/schemas.ts'
import { comparisonLines } from '../text/comparison.ts'
import { count, counted, when } from '../text/number.ts'
import { facts, table } from '../text/table.ts'

const Import = z.object({
  FILE: z.string().min(1),
  resolution: z.string().trim().min(1).max(200),
  date: Day,
  legend: z.string().min(1).optional(),
  authority: z.string().min(1).optional(),
  sheet: z.string().min(1).optional(),
  headerRow: Number1.optional(),
  column: z.array(z.string()).default([]),
  name: z.string().trim().min(1).max(500).optional(),
  effective: Day.optional(),
  fiscalYearEnd: FiscalYearEnd,
  seen: Digest.optional(),
  second: PersonId.optional(),
})
const Compare = z.object({
  FROM: Number1.pipe(ScheduleId),
  TO: Number1.pipe(ScheduleId),
  asOf: Day,
  series: z.string().min(1).optional(),
})
const Show = z.object({ id: Number1.pipe(ScheduleId).nullable().default(null) })

export default ((program, runner) => {
  const schedule = program
    .command('schedule')
    .description('The retention schedule.')
    .addHelpText('after', example('muniment schedule show'))
  schedule
    .command('import')
    .description(
      'Takes a schedule in as the City publishes it (CSV, XLSX, text of a PDF); it becomes the one in force.',
    )
    .argument('<FILE>', 'the schedule: one row a series, columns found by their headings')
    .requiredOption('--resolution <number>', 'the resolution that adopted it')
    .requiredOption('--date <date>', 'when it was adopted')
    .option('--legend <file>', 'what its codes mean, CSV: code, meaning, trigger, basis, period, disposition')
    .option('--authority <file>', 'the resolution itself, kept in the vault')
    .option('--sheet <name>', 'of a workbook with several sheets, the one that is the schedule')
    .option('--header-row <number>', 'row of the headings, where they are none that Muniment knows')
    .option(
      '--column <field...>',
      `with --header-row: what each column is, from the left, or “-”: ${ScheduleField.options.join(', ')}`,
    )
    .option('--name <name>', 'its title (the file’s name)')
    .option('--effective <date>', 'from when it is in force (the day of adoption)')
    .option('--fiscal-year-end <MM-DD>', 'last day of the City’s fiscal year', '06-30')
    .option(
      '--seen <digest>',
      'what the comparison ends with that this command prints where records stand under a schedule',
    )
    .option(
      '--second <person>',
      'who else stands behind it, where records go earlier after a request, a hold or a plan',
    )
    .addHelpText(
      'after',
      example('muniment schedule import schedule.csv --resolution 24-031 --date 2024-03-05 --legend legend.csv'),
    )
    .action(
      runner.inVault(Import, async ({ vault, surroundings, say }, input) => {
        const rows = await scheduleRows(vault, surroundings.folder, input.FILE, input.sheet ?? null)
        const file = {
          ...rows,
          fileName: basename(input.FILE),
          columns: columnsSaid(input.headerRow ?? null, input.column),
          name: input.name ?? basename(input.FILE).replace(/\.[^.]*$/, ''),
          resolution: input.resolution,
          adoptedOn: input.date,
          effectiveFrom: input.effective ?? input.date,
          fiscalYearEnd: input.fiscalYearEnd,
          authority: input.authority === undefined ? null : readPaper(surroundings.folder, input.authority),
          legend: input.legend === undefined ? [] : legendIn(surroundings.folder, input.legend),
        }
        const [newest] = await vault.ask(scheduleList, {})
        if (newest !== undefined && input.seen === undefined) {
          const asOf = localDate(surroundings.clock(), vault.about.zone)
          const compared = await vault.ask(scheduleCompare, { from: newest.id, to: { file }, asOf })
          if (compared.effects.length > 0) return unseen(compared)
        }
        const { id, reading } = await vault.ask(scheduleImport, {
          ...file,
          seen: input.seen ?? null,
          second: input.second ?? null,
        })
        const taken = await vault.ask(scheduleShow, { id })
        if (reading.unmappedCodes.length > 0)
          say('Nothing in a series with an unexplained code can become due; explain it with --legend.')
        return {
          value: { id, ...reading },
          lines: [
            `Schedule ${id}: ${counted(reading.series, 'series', 'series')}.`,
            ...(taken === null ? [] : unaskedLines(taken)),
            ...reading.unmappedCodes.map((code) => `Unexplained code: ${code}`),
            ...reading.unmappedColumns.map((column) => `Column not understood: ${column}`),
            ...reading.findings.map(({ row, sentence }) => `${row === null ? '' : `Row ${row}: `}${sentence}`),
          ],
        }
      }),
    )
  schedule
    .command('list')
    .description('Lists every schedule that was taken in, newest first.')
    .addHelpText('after', example('muniment schedule list'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const versions = await vault.ask(scheduleList, {})
        const lines = table(versions, [
          { title: 'Number', value: ({ id }) => count(id), side: 'right' },
          { title: 'Name', value: ({ name }) => name, most: 40 },
          { title: 'Resolution', value: ({ resolution }) => resolution, most: 24 },
          { title: 'Adopted', value: ({ adoptedOn }) => adoptedOn },
          { title: 'In force from', value: ({ effectiveFrom }) => effectiveFrom },
          { title: 'Series', value: ({ series }) => count(series), side: 'right' },
          { title: 'File', value: ({ source }) => source, most: 30 },
        ])
        return { value: versions, lines: lines.length > 0 ? lines : ['There is no schedule yet.'] }
      }),
    )
  schedule
    .command('compare')
    .description('Says what changed between two schedules and which records it moves; nothing is changed.')
    .argument('<FROM>', 'number of the earlier schedule, as “schedule list” prints it')
    .argument('<TO>', 'number of the later one')
    .requiredOption('--as-of <date>', 'day on which records are counted as past their retention')
    .option('--series <code>', 'instead: every record of this series that moves, with the days before and after')
    .addHelpText('after', example('muniment schedule compare 1 2 --as-of 2026-12-31'))
    .action(
      runner.inVault(Compare, async (context, { FROM, TO, asOf, series: code }) => {
        if (code !== undefined) return movedIn(context, { from: FROM, to: { id: TO } }, code)
        const compared = await context.vault.ask(scheduleCompare, { from: FROM, to: { id: TO }, asOf })
        return { value: compared, lines: comparisonLines(compared) }
      }),
    )
  schedule
    .command('show')
    .description('Shows the schedule in force with its legend, or an earlier one.')
    .option('--id <number>', 'an earlier schedule')
    .addHelpText('after', example('muniment schedule show'))
    .action(
      runner.inVault(Show, async ({ vault }, { id }) => {
        const shown = await vault.ask(scheduleShow, { id })
        if (shown === null) return { value: null, lines: ['There is no schedule yet: “muniment schedule import”.'] }
        return { value: shown, lines: scheduleLines(shown, vault.about.zone) }
      }),
    )
}) satisfies CommandFile

type Moved = z.output<typeof scheduleMoved.output>

/** Every record of a series that moves. */
async function movedIn(
  { vault }: Context,
  compared: Pick<z.input<typeof scheduleMoved.input>, 'from' | 'to'>,
  code: string,
): Promise<Answer> {
  const moved: Moved['records'] = []
  let after: Moved['next'] = null
  do {
    const stretch: Moved = await vault.ask(scheduleMoved, { ...compared, code, after })
    moved.push(...stretch.records)
    after = stretch.next
  } while (after !== null)
  const lines = table(moved, [
    { title: 'Record', value: ({ record }) => String(record), side: 'right' },
    { title: 'Made on', value: ({ made }) => made },
    { title: 'May go', value: ({ move }) => move },
    { title: 'Kept until', value: ({ was }) => was ?? 'no day' },
    { title: 'Then until', value: ({ is }) => is ?? 'no day' },
  ])
  return { value: moved, lines: lines.length > 0 ? lines : [`No record of ${code} moves.`] }
}

/** What it would change, and how it is adopted after that. */
function unseen(compared: ScheduleComparison): Answer {
  const two = compared.takesTwo ? ' --second PERSON' : ''
  return {
    value: { id: null, ...compared },
    unexplained: true,
    lines: [
      ...comparisonLines(compared),
      '',
      `Nothing was taken in yet. To adopt it after looking at this: the same command with --seen ${compared.seen}${two}`,
    ],
  }
}

function legendIn(folder: string, file: string): Legend {
  const { legend, problems } = readLegendCsv(readBytes(folder, file))
  if (problems.length === 0) return legend
  throw new MunimentError(
    'SCHEDULE_INVALID',
    `${file} is not understood. Nothing was taken in.\n${problems.join('\n')}`,
  )
}

function scheduleLines(
  { id, schedule, unmappedCodes, importedAt, records }: NonNullable<z.infer<typeof scheduleShow.output>>,
  zone: string,
): string[] {
  return [
    ...facts([
      ['Schedule', `${id}, ${schedule.name}`],
      ['Adopted', `${schedule.adoptedOn}, ${schedule.resolution}`],
      ['In force from', schedule.effectiveFrom],
      ['Fiscal year ends', schedule.fiscalYearEnd],
      ['Taken in', when(importedAt, zone)],
    ]),
    '',
    ...table(schedule.series, [
      { title: 'Series', value: ({ code }) => code, most: 24 },
      { title: 'Title', value: ({ title }) => title, most: 44 },
      { title: 'Retention', value: ({ retention }) => retention.text, most: 20 },
      { title: 'Records', value: ({ code }) => count(records[code] ?? 0), side: 'right' },
    ]),
    ...(schedule.legend.length === 0 ? [] : ['']),
    ...table(schedule.legend, [
      { title: 'Code', value: ({ code }) => code },
      { title: 'Meaning', value: ({ meaning }) => meaning, most: 40 },
      { title: 'Runs from', value: ({ basis }) => basis },
    ]),
    ...unmappedCodes.map((code) => `Unexplained code: ${code}`),
    ...unaskedLines({ schedule }),
  ]
}

/** Where no series names social media, that is said, and how it is asked: no other series is taken for it. */
function unaskedLines({ schedule }: Pick<NonNullable<z.infer<typeof scheduleShow.output>>, 'schedule'>): string[] {
  if (socialMediaSeries(schedule).length > 0) return []
  return [
    'No series of this schedule names social media, and none is taken for it: “muniment retention question FILE” writes the page that asks the City Clerk and the City Attorney.',
  ]
}
