// Records that say and show the same, in a review at the command line.
import type { Command } from 'commander'
import { z } from 'zod'
import { reviewDecideAlike, reviewShow, reviewTwins } from '../../../shared/contract/review.ts'
import { RecordId, RequestId } from '../../../shared/domain/id.ts'
import { example, type Runner } from '../command.ts'
import { RecordNumber } from '../input/schemas.ts'
import { counted } from '../text/number.ts'

const One = z.object({ REQUEST: RequestId })
const Alike = One.extend({ record: RecordNumber.pipe(RecordId) })

/** The contract takes so many at once. */
const AT_ONCE = 50

/** Adds the commands. */
export function addAlike(review: Command, runner: Runner): void {
  review
    .command('twins')
    .description('Groups of records that answer the request and say and show the same.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .addHelpText('after', example('muniment review twins 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { REQUEST: request }) => {
        const value = await vault.ask(reviewTwins, { request })
        return {
          value,
          lines: [...value.groups.map((ids) => ids.join(' ')), `${counted(value.groups.length, 'group')}.`],
        }
      }),
    )
  review
    .command('alike')
    .description(
      'Decides on the records that say and show the same as one as it stands decided, each by an entry of its own.',
    )
    .argument('<REQUEST>', 'the City’s number of the request')
    .requiredOption('--record <number>', 'the record that is decided')
    .addHelpText('after', example('muniment review alike 26-0007 --record 1405'))
    .action(
      runner.inVault(Alike, async ({ vault }, { REQUEST: request, record }) => {
        const { groups } = await vault.ask(reviewTwins, { request })
        const others = (groups.find((ids) => ids.includes(record)) ?? []).filter((id) => id !== record)
        const { history } = await vault.ask(reviewShow, { request, record })
        const done: { decided: RecordId[]; left: RecordId[] } = { decided: [], left: [] }
        for (let at = 0; at < others.length; at += AT_ONCE) {
          const asked = { request, record, known: history.length, others: others.slice(at, at + AT_ONCE) }
          const { decided, left } = await vault.ask(reviewDecideAlike, asked)
          done.decided.push(...decided)
          done.left.push(...left)
        }
        return {
          value: done,
          lines: [
            `${counted(done.decided.length, 'record')} decided alike.`,
            ...(done.left.length === 0
              ? []
              : [`Left as they were, or saying something else as well: ${done.left.join(' ')}`]),
          ],
        }
      }),
    )
}
