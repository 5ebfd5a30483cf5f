// Long work: listed, cancelled, taken up again, taken back.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { intakeUndo } from '../../../shared/contract/intake.ts'
import { jobCancel, jobList, jobResume, jobShow, jobUndo } from '../../../shared/contract/job.ts'
import { JobId } from '../../../shared/domain/id.ts'
import type { Job } from '../../../shared/domain/job.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { Nothing, Number1 } from '../input/schemas.ts'
import { count, when } from '../text/number.ts'
import { table } from '../text/table.ts'
import type { Vault } from '../vault/vault.ts'

const List = z.object({ limit: Number1.pipe(z.number().max(200)).default(20) })
const One = z.object({ ID: JobId })
const WHICH = ['<ID>', 'its id, as “jobs” lists it'] as const
const MANY = 200

export default ((program, runner) => {
  const jobs = program
    .command('jobs')
    .description('Imports, packets and other long work; by itself it lists them.')
    .addHelpText('after', example('muniment jobs'))
    .action(runner.inVault(Nothing, (context) => list(context, { limit: 20 })))
  jobs
    .command('list')
    .description('Lists jobs, newest first.')
    .option('--limit <n>', 'how many (20, at most 200)')
    .addHelpText('after', example('muniment jobs list --limit 100'))
    .action(runner.inVault(List, list))
  jobs
    .command('cancel')
    .description('Asks a job to stop at its next safe point.')
    .argument(...WHICH)
    .addHelpText('after', example('muniment jobs cancel 6f1c2a'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: id }) => {
        await vault.ask(jobCancel, { id })
        return { value: { id }, lines: [`Job ${id} was asked to stop.`] }
      }),
    )
  jobs
    .command('resume')
    .description('Takes an interrupted job up from its last checkpoint and follows it to its end.')
    .argument(...WHICH)
    .addHelpText('after', example('muniment jobs resume 6f1c2a'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: id }) => {
        await vault.ask(jobResume, { id })
        const result = await vault.follow(id)
        return { value: { id, result }, lines: [`Job ${id} is done.`] }
      }),
    )
  jobs
    .command('undo')
    .description(
      'Takes back what an import stored that did not finish, or drops what an interrupted capture had fetched.',
    )
    .argument(...WHICH)
    .addHelpText('after', example('muniment jobs undo 6f1c2a'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: id }) => {
        const before = await undoings(vault)
        const { operation } = await vault.ask(jobUndo, { id })
        if (operation === null) {
          const { state } = await vault.ask(jobShow, { id })
          return { value: { id, state }, lines: [`What job ${id} had fetched is dropped. It cannot be resumed.`] }
        }
        const undoing = (await undoings(vault)).find((job) => !before.includes(job))
        if (undoing === undefined) throw new MunimentError('JOB_NOT_RESUMABLE', 'There was nothing to take back.')
        await vault.follow(undoing)
        return {
          value: { id, state: (await vault.ask(jobShow, { id })).state },
          lines: [`What job ${id} had stored is taken back.`],
        }
      }),
    )
}) satisfies CommandFile

const list: Work<{ limit: number }> = async ({ vault }, { limit }) => {
  const jobs = await vault.ask(jobList, { limit })
  const lines = table(jobs, [
    { title: 'Id', value: ({ id }) => id },
    { title: 'Work', value: ({ kind }) => kind },
    { title: 'On', value: ({ label }) => label, most: 40 },
    { title: 'State', value: stateOf },
    {
      title: 'Done',
      value: ({ done, total, unit }) => `${count(done)}${total === null ? '' : ` of ${count(total)}`} ${unit}`,
    },
    { title: 'Asked for', value: ({ createdAt }) => when(createdAt, vault.about.zone) },
    { title: 'Problem', value: ({ problem }) => problem?.sentence ?? '', most: 60 },
  ])
  return { value: jobs, lines: lines.length > 0 ? lines : ['There was no long work yet.'] }
}

/** The state, and what can be done about it. */
function stateOf({ state, resumable, undoable, droppable }: Job): string {
  if (resumable) return droppable ? `${state}, can be resumed or dropped` : `${state}, can be resumed`
  if (droppable) return `${state}, can be dropped`
  return undoable ? `${state}, can be undone` : state
}

async function undoings(vault: Vault): Promise<JobId[]> {
  const jobs = await vault.ask(jobList, { limit: MANY })
  return jobs.filter(({ kind }) => kind === intakeUndo.name).map(({ id }) => id)
}
