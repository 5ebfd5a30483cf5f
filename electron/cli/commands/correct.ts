// Puts imports right: withdrawn, moved, set aside, brought back.
import { z } from 'zod'
import {
  intakeBringBack,
  intakeMove,
  intakeReparse,
  intakeSetAside,
  intakeWithdraw,
} from '../../../shared/contract/correction.ts'
import { AccessionId, PersonId } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { accountIds } from '../input/accounts.ts'
import { Number1 } from '../input/schemas.ts'
import { counted } from '../text/number.ts'
import { classifiedLines } from '../text/reconciliation.ts'

const Reason = z.string().trim().min(1).max(2000)
const One = z.object({ IMPORT: Number1.pipe(AccessionId), reason: Reason })
const Move = z.object({
  IMPORTS: z.array(Number1.pipe(AccessionId)),
  to: z.string().min(1),
  reason: Reason,
  second: PersonId.nullable().default(null),
})
const NUMBER = 'its number, as “accessions” lists it'

export default ((program, runner) => {
  const correct = program
    .command('correct')
    .description('Puts an import right that was wrong: withdrawn, moved to another account, or set aside.')
    .addHelpText('after', example('muniment correct set-aside 3 --reason "A copy of import 2"'))
  correct
    .command('withdraw')
    .description(
      'Takes an import back, while nothing of it is tagged, held or answered, and no later import builds on it.',
    )
    .argument('<IMPORT>', NUMBER)
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment correct withdraw 3 --reason "Another city’s archive"'))
    .action(
      runner.inVault(One, async ({ vault }, { IMPORT: accession, reason }) => {
        const done = await vault.run(intakeWithdraw, { accession, reason })
        return {
          value: done,
          lines: [`Import ${accession} is withdrawn: ${counted(done.records, 'sighting')} taken back.`],
        }
      }),
    )
  correct
    .command('move')
    .description(
      'Moves imports with their records to another account, while nothing of them is held or answered; rules classify anew.',
    )
    .argument('<IMPORTS...>', 'their numbers, as “accessions” lists them')
    .requiredOption('--to <handle>', 'the account that they belong to')
    .requiredOption('--reason <text>', 'why')
    .option('--second <person>', 'who else stands behind it, where a standing rule lets what is there go sooner')
    .addHelpText('after', example('muniment correct move 3 --to @AlderBayFire --reason "Chosen by mistake"'))
    .action(
      runner.inVault(Move, async ({ vault }, { IMPORTS: accessions, to: named, reason, second }) => {
        const [to] = await accountIds(vault, [named])
        if (to === undefined) throw new Error('an account has a number')
        const done = await vault.run(intakeMove, { accessions, to, reason, second })
        return {
          value: done,
          lines: [
            `Moved to ${named} with ${counted(done.records, 'record')}.`,
            ...(done.joined > 0
              ? [
                  `${counted(done.joined, 'record')} became one with records that the account held already; moving back takes them apart.`,
                ]
              : []),
            ...(done.classified === null ? [] : classifiedLines(done.classified)),
          ],
        }
      }),
    )
  correct
    .command('set-aside')
    .description('Leaves an import out of everyday searches; holds and requests find it all the same.')
    .argument('<IMPORT>', NUMBER)
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment correct set-aside 3 --reason "A copy of import 2"'))
    .action(
      runner.inVault(One, async ({ vault }, { IMPORT: accession, reason }) => {
        await vault.ask(intakeSetAside, { accession, reason })
        return {
          value: { accession, aside: true },
          lines: [`Import ${accession} is set aside; the word “aside” in a search finds it.`],
        }
      }),
    )
  correct
    .command('bring-back')
    .description('Brings an import that was set aside back into everyday searches.')
    .argument('<IMPORT>', NUMBER)
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment correct bring-back 3 --reason "It is no copy"'))
    .action(
      runner.inVault(One, async ({ vault }, { IMPORT: accession, reason }) => {
        await vault.ask(intakeBringBack, { accession, reason })
        return { value: { accession, aside: false }, lines: [`Import ${accession} is back in everyday searches.`] }
      }),
    )
  correct
    .command('reparse')
    .description(
      'Reads an import again with the parser of this version. What is shown follows; versions stay as they are.',
    )
    .argument('<IMPORT>', NUMBER)
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment correct reparse 3 --reason "Polls are read now"'))
    .action(
      runner.inVault(One, async ({ vault }, { IMPORT: accession, reason }) => {
        const done = await vault.run(intakeReparse, { accession, reason })
        return {
          value: done,
          lines: [
            `${counted(done.read, 'item')} read again by ${done.parser} (before: ${done.before}): ${counted(done.changed, 'reading')} changed.`,
            ...(done.fixed > 0
              ? [`${counted(done.fixed, 'record')} would be of another kind now; the kind stays as it was.`]
              : []),
            ...(done.unreadable > 0 ? [`${counted(done.unreadable, 'file')} could not be read to the end.`] : []),
            ...(done.classified === null ? [] : classifiedLines(done.classified)),
          ],
        }
      }),
    )
}) satisfies CommandFile
