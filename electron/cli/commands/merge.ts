// Records that are one, and versions that are not: what may be the same, merging and taking apart, and both undone.
import { z } from 'zod'
import {
  recordAlike,
  recordJoin,
  recordMerge,
  recordSeparate,
  recordSplit,
} from '../../../shared/contract/correction.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { Number1, RecordNumber } from '../input/schemas.ts'
import { when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Of = z.object({ RECORD: RecordNumber.pipe(RecordId) })
const Two = z.object({
  ONE: RecordNumber.pipe(RecordId),
  OTHER: RecordNumber.pipe(RecordId),
  reason: z.string().trim().min(1).max(2000),
})
const Split = z.object({ MERGE: Number1 })
const Separate = z.object({
  RECORD: RecordNumber.pipe(RecordId),
  VERSION: Number1,
  reason: z.string().trim().min(1).max(2000),
})
const Join = z.object({ SEPARATION: Number1 })
const NUMBER = 'its number, as “records” lists it'

export default ((program, runner) => {
  program
    .command('alike')
    .description('Lists records that may be the same as one, and what was merged into it.')
    .argument('<RECORD>', NUMBER)
    .addHelpText('after', example('muniment alike 1811200000000000'))
    .action(
      runner.inVault(Of, async ({ vault }, { RECORD: id }) => {
        const found = await vault.ask(recordAlike, { id })
        const lines = [
          ...table(found.alike, [
            { title: 'Record', value: ({ row }) => String(row.id), side: 'right' },
            { title: 'Time', value: ({ row }) => when(row.at, vault.about.zone) },
            { title: 'Why', value: ({ why }) => why },
            { title: 'Text', value: ({ row }) => (row.locked === null ? row.text : `Locked: ${row.locked}`), most: 40 },
          ]),
          ...found.merges.map(
            ({ id: merge, absorbed, reason }) => `Merge ${merge}: record ${absorbed} is in it (${reason}).`,
          ),
          ...found.separations.map(
            ({ id: separation, from, record, reason }) =>
              `Separation ${separation}: a version of record ${from} is record ${record} (${reason}).`,
          ),
        ]
        return { value: found, lines: lines.length > 0 ? lines : ['Nothing in the account is like it.'] }
      }),
    )
  program
    .command('merge')
    .description('Makes two records of one account one, with the versions of both. “split” undoes it.')
    .argument('<ONE>', NUMBER)
    .argument('<OTHER>', NUMBER)
    .requiredOption('--reason <text>', 'why they are the same')
    .addHelpText(
      'after',
      example('muniment merge 1811200000000000 1811200000000001 --reason "Same post, by hand and in the export"'),
    )
    .action(
      runner.inVault(Two, async ({ vault }, { ONE: one, OTHER: other, reason }) => {
        const done = await vault.ask(recordMerge, { one, other, reason })
        return { value: done, lines: [`Record ${done.kept} holds both now. “muniment split ${done.merge}” undoes it.`] }
      }),
    )
  program
    .command('split')
    .description('Undoes a merge: two records again, each with what was received of it.')
    .argument('<MERGE>', 'its number, as “alike” lists it')
    .addHelpText('after', example('muniment split 1'))
    .action(
      runner.inVault(Split, async ({ vault }, { MERGE: merge }) => {
        const done = await vault.ask(recordSplit, { merge })
        return { value: done, lines: [`Records ${done.kept} and ${done.split} are two again.`] }
      }),
    )
  program
    .command('separate')
    .description('Makes one version of a record a record of its own, where an import joined two. “join” undoes it.')
    .argument('<RECORD>', NUMBER)
    .argument('<VERSION>', 'the version, as “show” lists it')
    .requiredOption('--reason <text>', 'why they are not the same')
    .addHelpText('after', example('muniment separate 1811200000000000 2 --reason "Two posts of the same minute"'))
    .action(
      runner.inVault(Separate, async ({ vault }, { RECORD: record, VERSION: version, reason }) => {
        const done = await vault.ask(recordSeparate, { record, version, reason })
        return {
          value: done,
          lines: [`The version is record ${done.record} now. “muniment join ${done.separation}” undoes it.`],
        }
      }),
    )
  program
    .command('join')
    .description('Undoes a separation: the version stands in its record again.')
    .argument('<SEPARATION>', 'its number, as “alike” lists it')
    .addHelpText('after', example('muniment join 1'))
    .action(
      runner.inVault(Join, async ({ vault }, { SEPARATION: separation }) => {
        const done = await vault.ask(recordJoin, { separation })
        return { value: done, lines: [`Record ${done.record} holds the version again.`] }
      }),
    )
}) satisfies CommandFile
