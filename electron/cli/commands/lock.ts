// Locks: records shown to nobody, and what an order does to them.
import { z } from 'zod'
import { lockList, recordLock, recordRemove, recordUnlock } from '../../../shared/contract/correction.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { LockBasis } from '../../../shared/domain/intake/correction.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { readPaper } from '../input/file.ts'
import { Nothing, RecordNumber } from '../input/schemas.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Lock = z.object({
  RECORDS: z.array(RecordNumber.pipe(RecordId)),
  basis: LockBasis,
  reason: z.string().trim().min(1).max(2000),
})
const Ordered = z.object({ RECORD: RecordNumber.pipe(RecordId), order: z.string().min(1) })
const NUMBER = 'its number, as “records” lists it'

export default ((program, runner) => {
  const lock = program
    .command('lock')
    .description('Locks on records that a court sealed or the law protects: shown to nobody, given to nobody.')
    .addHelpText('after', example('muniment lock list'))
  lock
    .command('place')
    .description('Locks records at once.')
    .argument('<RECORDS...>', 'their numbers, as “records” lists them')
    .requiredOption('--basis <word>', LockBasis.options.join(', '))
    .requiredOption('--reason <text>', 'why')
    .addHelpText(
      'after',
      example('muniment lock place 1811200000000000 --basis court-sealed --reason "Order in Doe v. City"'),
    )
    .action(
      runner.inVault(Lock, async ({ vault }, { RECORDS: records, basis, reason }) => {
        const done = await vault.ask(recordLock, { records, basis, reason })
        return { value: done, lines: [`${counted(done.locked, 'record')} locked.`] }
      }),
    )
  lock
    .command('lift')
    .description('Lifts a lock under a written order.')
    .argument('<RECORD>', NUMBER)
    .requiredOption('--order <file>', 'the written order, kept in the vault')
    .addHelpText('after', example('muniment lock lift 1811200000000000 --order unsealed.pdf'))
    .action(
      runner.inVault(Ordered, async ({ vault, surroundings }, { RECORD: record, order }) => {
        await vault.ask(recordUnlock, { record, order: readPaper(surroundings.folder, order) })
        return { value: { record, locked: false }, lines: [`Record ${record} is no longer locked.`] }
      }),
    )
  lock
    .command('remove')
    .description('Removes a locked record for good under a written order, with every file of an export that holds it.')
    .argument('<RECORD>', NUMBER)
    .requiredOption('--order <file>', 'the written order, kept in the vault')
    .addHelpText('after', example('muniment lock remove 1811200000000000 --order removal.pdf'))
    .action(
      runner.inVault(Ordered, async ({ vault, surroundings }, { RECORD: record, order }) => {
        const done = await vault.run(recordRemove, { record, order: readPaper(surroundings.folder, order) })
        return {
          value: done,
          lines: [
            `Record ${record} is removed: ${counted(done.members, 'file')} in packages and ${counted(done.objects, 'object')} overwritten.`,
          ],
        }
      }),
    )
  lock
    .command('list')
    .description('Lists every lock, how it ended, and by what order.')
    .addHelpText('after', example('muniment lock list'))
    .action(runner.inVault(Nothing, list))
}) satisfies CommandFile

const list: Work<unknown> = async ({ vault }) => {
  const locks = await vault.ask(lockList, {})
  const lines = table(locks, [
    { title: 'Record', value: ({ record }) => String(record), side: 'right' },
    { title: 'Ground', value: ({ basis }) => basis },
    { title: 'Locked', value: ({ lockedAt }) => when(lockedAt, vault.about.zone) },
    { title: 'Ended', value: ({ endedAt }) => when(endedAt, vault.about.zone) },
    { title: 'How', value: ({ endedHow }) => endedHow ?? '' },
    { title: 'Why', value: ({ reason }) => reason, most: 40 },
  ])
  return { value: locks, lines: lines.length > 0 ? lines : ['Nothing is locked.'] }
}
