// Purge reports by the calendar: the operating system's scheduler runs “schedule-report run”, which draws up what is due.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type PlanSummary, purgeList, purgePlan, purgeSetTerms, purgeTerms } from '../../../shared/contract/purge.ts'
import { isReportDue, newestReport, ReportEvery } from '../../../shared/domain/disposition/report-schedule.ts'
import { Instant, localDate } from '../../../shared/domain/time.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { activate, deactivate } from '../scheduler/activate.ts'
import { type Entry, entryFiles, type Scheduler, schedulers } from '../scheduler/entry.ts'
import { counted, when } from '../text/number.ts'

const Place = {
  scheduler: z.enum(schedulers).optional(),
  entries: z.string().min(1).optional(),
  activate: z.boolean().default(true),
}
const Install = z.object({
  every: ReportEvery.default('month'),
  to: z.string().min(1).optional(),
  program: z.string().min(1).optional(),
  ...Place,
})
const Remove = z.object(Place)
const Run = z.object({ to: z.string().min(1).optional(), now: z.boolean().default(false) })

export default ((program, runner) => {
  const report = program
    .command('schedule-report')
    .description(
      'Purge reports by the calendar, drawn up by the operating system’s scheduler and while the app is open.',
    )
    .addHelpText('after', example('muniment schedule-report status'))
  const placed = (command: typeof report) =>
    command
      .option(
        '--scheduler <name>',
        `the operating system’s scheduler: ${schedulers.join(', ')}; this computer’s unless said`,
      )
      .option('--entries <folder>', 'where its entry is written; its usual folder unless said')
      .option('--no-activate', 'write or remove the entry only, and leave it to you to make it known')
  placed(report.command('install'))
    .description('Writes the scheduler’s entry and makes it known; runs that were missed are caught up.')
    .option('--every <period>', 'month, quarter or year', 'month')
    .option('--to <folder>', 'where each run writes its counts, without personal data')
    .option('--program <file>', 'the program that is run; this one unless said')
    .addHelpText('after', example('muniment schedule-report install --every quarter --to Reports'))
    .action(runner.inVault(Install, install))
  placed(report.command('remove'))
    .description('Removes the scheduler’s entry.')
    .addHelpText('after', example('muniment schedule-report remove'))
    .action(runner.inVault(Remove, remove))
  placed(report.command('status'))
    .description('Says whether reports are drawn up by the calendar, and whether one is due.')
    .addHelpText('after', example('muniment schedule-report status'))
    .action(runner.inVault(Remove, status))
  report
    .command('run')
    .description(
      'Draws up the report that is due. It is what the scheduler runs; without the two lists it cannot be executed.',
    )
    .option('--to <folder>', 'where its counts are written, without personal data')
    .option('--now', 'draw it up even if none is due')
    .addHelpText('after', example('muniment schedule-report run --now'))
    .action(runner.inVault(Run, run))
}) satisfies CommandFile

async function install(context: Context, asked: z.output<typeof Install>): Promise<Answer> {
  const { vault, surroundings } = context
  const { scheduler, folder } = placeOf(asked)
  const entry: Entry = {
    name: nameOf(context),
    every: asked.every,
    about: `Purge report of ${vault.about.city}, every ${asked.every}`,
    program: [
      ...(asked.program === undefined ? thisProgram() : [resolve(surroundings.folder, asked.program)]),
      'schedule-report',
      'run',
      '--vault',
      vault.folder,
      // A run by the scheduler has nobody to ask for the passphrase.
      ...(vault.passphraseFile === null ? [] : ['--vault-passphrase-file', vault.passphraseFile]),
      ...(asked.to === undefined ? [] : ['--to', resolve(surroundings.folder, asked.to)]),
    ],
  }
  mkdirSync(folder, { recursive: true })
  const files = entryFiles(scheduler, entry).map(({ name, text }) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  })
  await vault.ask(purgeSetTerms, { reportEvery: asked.every })
  const problem = asked.activate ? await activate(scheduler, entry.name, files) : null
  return {
    value: { every: asked.every, scheduler, files, problem },
    lines: [
      `A purge report is drawn up every ${asked.every}.`,
      ...files,
      ...(problem === null ? [] : [`The entry is written, but the scheduler did not take it: ${problem}`]),
    ],
    unexplained: problem !== null,
  }
}

async function remove(context: Context, asked: z.output<typeof Remove>): Promise<Answer> {
  const { scheduler, folder } = placeOf(asked)
  const name = nameOf(context)
  const files = filesOf(scheduler, name).map((file) => join(folder, file))
  const there = files.filter((path) => existsSync(path))
  if (asked.activate && there.length > 0) await deactivate(scheduler, name, there)
  for (const path of there) rmSync(path)
  await context.vault.ask(purgeSetTerms, { reportEvery: null })
  const line = there.length > 0 ? 'No purge report is drawn up by itself any more.' : 'There was no entry to remove.'
  return { value: { removed: there }, lines: [line, ...there] }
}

async function status(context: Context, asked: z.output<typeof Remove>): Promise<Answer> {
  const { scheduler, folder } = placeOf(asked)
  const { every, last, due } = await standing(context)
  const files = filesOf(scheduler, nameOf(context)).map((file) => join(folder, file))
  const installed = files.every((path) => existsSync(path))
  const newest =
    last === null
      ? 'No report has been drawn up yet.'
      : `The newest report is of ${when(last, context.vault.about.zone)}.`
  return {
    value: { every, scheduler, installed, due, last },
    lines: [
      every === null ? 'No purge report is drawn up by itself.' : `A purge report is drawn up every ${every}.`,
      ...(every === null
        ? []
        : [installed ? `The scheduler’s entry is in ${folder}.` : `The scheduler has no entry in ${folder}.`]),
      newest,
      ...(due ? ['One is due.'] : []),
    ],
  }
}

async function run(context: Context, { to, now }: z.output<typeof Run>): Promise<Answer> {
  const { due, today } = await standing(context)
  if (!due && !now) return { value: { drawnUp: null }, lines: ['No report is due.'] }
  const none = { plan: null, pdf: null, csv: null }
  const summary = await context.vault.run(purgePlan, { asOf: today, openRequests: null, claims: null, to: none })
  const file = to === undefined ? null : writeCounts(resolve(context.surroundings.folder, to), summary)
  return {
    value: { drawnUp: summary, file },
    lines: [
      `As of ${summary.asOf}: ${counted(summary.eligible, 'record')} may be destroyed, ${counted(summary.excluded, 'record')} may not.`,
      ...(file === null ? [] : [file]),
    ],
  }
}

/** Writes the counts of a report: nothing of any record, nor who drew it up. Returns the path. */
function writeCounts(folder: string, summary: PlanSummary): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `purge-report-${summary.asOf}.json`)
  const { asOf, digest, eligible, waiting, excluded, bySeries, byReason } = summary
  writeFileSync(path, `${JSON.stringify({ asOf, digest, eligible, waiting, excluded, bySeries, byReason }, null, 2)}\n`)
  return path
}

async function standing({ vault, surroundings }: Context) {
  const { reportEvery: every } = await vault.ask(purgeTerms, {})
  const last = newestReport(await vault.ask(purgeList, {}))
  const { zone } = vault.about
  const today = localDate(Instant.parse(surroundings.clock()), zone)
  const due = isReportDue(every, last, { zone, today })
  return { every, last, due, today }
}

/** One entry a vault, told apart by the vault’s id. */
function nameOf({ vault }: Context): string {
  return `muniment-report-${vault.about.vaultId.slice(0, 12)}`
}

function filesOf(scheduler: Scheduler, name: string): string[] {
  return entryFiles(scheduler, { name, program: [], every: 'month', about: '' }).map((file) => file.name)
}

function thisProgram(): string[] {
  const [, script] = process.argv
  if (script === undefined) throw new UsageError('Say which program is to be run: --program FILE.')
  return [process.execPath, resolve(script)]
}

function placeOf({ scheduler, entries }: z.output<typeof Remove>): { scheduler: Scheduler; folder: string } {
  const own = process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'launchd' : 'systemd'
  const chosen = scheduler ?? own
  if (entries !== undefined) return { scheduler: chosen, folder: resolve(entries) }
  const home = homedir()
  const usual = {
    systemd: join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'systemd', 'user'),
    launchd: join(home, 'Library', 'LaunchAgents'),
    windows: join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Muniment', 'Tasks'),
  }
  return { scheduler: chosen, folder: usual[chosen] }
}
