// What two persons say of entries of a plan's lists that the vault does not know.
import type { Command } from 'commander'
import { z } from 'zod'
import { purgeAnswer, purgeState } from '../../../shared/contract/approval.ts'
import { type ListedRow, ListKind } from '../../../shared/domain/disposition/listed.ts'
import { numberKey } from '../../../shared/domain/disposition/listed-number.ts'
import { HoldId, PersonId } from '../../../shared/domain/id.ts'
import { example, type Runner } from '../command.ts'
import { UsageError } from '../failure.ts'
import { Number1 } from '../input/schemas.ts'
import { counted } from '../text/number.ts'
import { planNamed } from './plan.ts'

const Answer = z.object({
  FILE: z.string().min(1),
  request: z.array(z.string()).default([]),
  claim: z.array(z.string()).default([]),
  all: ListKind.optional(),
  hold: Number1.pipe(HoldId).nullable().default(null),
  reason: z.string().trim().min(1).max(500),
  second: PersonId,
})

/** Adds the command. */
export function addAnswer(purge: Command, runner: Runner): void {
  purge
    .command('answer')
    .description('Says of entries of a plan’s lists that they concern nothing kept here, or which hold covers them.')
    .argument('<FILE>', 'the plan')
    .option('--request <number...>', 'entries of the list of open requests, by their numbers')
    .option('--claim <number...>', 'entries of the list of claims, by their numbers or names')
    .option('--all <list>', 'every entry of a list that is to be answered: open-requests, claims')
    .option('--hold <number>', 'of claims: the hold that covers them; without it they concern nothing kept here')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--second <person>', 'who else stands behind it; of a claim one of the two is the City Attorney')
    .addHelpText(
      'after',
      example(
        'muniment purge answer plan.json --request 26-0412 26-0417 --reason "Building permits alone" --second dana --as rosa',
        'muniment purge answer plan.json --claim RG24-1187 --hold 3 --reason "The same matter" --second dana --as rosa',
      ),
    )
    .action(
      runner.inVault(Answer, async (context, { FILE, request, claim, all, hold, reason, second }) => {
        const kind = all ?? (claim.length > 0 ? 'claims' : 'open-requests')
        const given = [all !== undefined, request.length > 0, claim.length > 0].filter(Boolean).length
        if (given !== 1) throw new UsageError('Name entries of one list: --request, --claim or --all.')
        const { id: plan } = await planNamed(context, FILE)
        const { listed } = await context.vault.ask(purgeState, { plan, at: context.surroundings.clock() })
        const rows = listed.rows.filter((row) => row.kind === kind)
        const entries =
          all === undefined
            ? [...request, ...claim].map((name) => entryNamed(rows, name))
            : rows.flatMap(({ key, open }) => (open ? [key] : []))
        if (entries.length === 0) throw new UsageError('No entry of that list is to be answered.')
        const value = await context.vault.ask(purgeAnswer, { plan, kind, entries, hold, reason, second })
        return { value, lines: [`${counted(value.answered, 'entry', 'entries')} answered.`] }
      }),
    )
}

function entryNamed(rows: readonly ListedRow[], name: string) {
  const found = rows.filter(({ number, words }) => numberKey(number || words) === numberKey(name))
  const [row, other] = found
  if (row !== undefined && other === undefined) return row.key
  const how = row === undefined ? 'No entry' : 'More than one entry'
  throw new UsageError(`${how} of that list is called “${name}” and needs an answer: “purge state” prints them.`)
}
