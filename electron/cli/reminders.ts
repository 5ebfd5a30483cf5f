// Under `accounts`: when each account's export is due again.
import type { Command } from 'commander'
import { z } from 'zod'
import { accountList } from '../../shared/contract/people.ts'
import { accountRemind, accountReminders } from '../../shared/contract/reminder.ts'
import { isDue, ReminderMonths } from '../../shared/domain/account/reminder.ts'
import { localDate } from '../../shared/domain/time.ts'
import { type Answer, type Context, example, type Runner } from './command.ts'
import { UsageError } from './failure.ts'
import { accountIds } from './input/accounts.ts'
import { Nothing, Number1 } from './input/schemas.ts'
import { counted, when } from './text/number.ts'
import { table } from './text/table.ts'

const Remind = z.object({
  HANDLE: z.string().min(1),
  every: Number1.pipe(ReminderMonths).optional(),
  never: z.boolean().default(false),
})

/** Adds the commands on reminders below `accounts`. */
export function addReminders(accounts: Command, runner: Runner): void {
  accounts
    .command('due')
    .description('Lists the accounts whose exports are waited for, those that are due first.')
    .addHelpText('after', example('muniment accounts due'))
    .action(runner.inVault(Nothing, listDue))
  accounts
    .command('remind')
    .description('Sets how often the export of an account is to be asked for.')
    .argument('<HANDLE>', 'the account, as HANDLE or PLATFORM:HANDLE')
    .option('--every <months>', 'months from one export to the next')
    .option('--never', 'it is not waited for')
    .addHelpText('after', example('muniment accounts remind OaklandCity --every 3'))
    .action(runner.inVault(Remind, remind))
}

async function listDue({ vault, surroundings }: Context): Promise<Answer> {
  const { zone } = vault.about
  const today = localDate(surroundings.clock(), zone)
  const register = new Map((await vault.ask(accountList, {})).map((account) => [account.id, account]))
  const rows = (await vault.ask(accountReminders, {}))
    .filter(({ months }) => months !== null)
    .map((one) => {
      const account = register.get(one.account)
      return { ...one, platform: account?.platform ?? '', handle: account?.handle ?? '', isDue: isDue(one, today) }
    })
    .sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
  const lines = table(rows, [
    { title: 'Account', value: ({ platform, handle }) => `${platform}:${handle}` },
    { title: 'Every', value: ({ months }) => counted(months ?? 0, 'month') },
    { title: 'Last export', value: ({ last }) => when(last, zone) },
    { title: 'Due', value: ({ due, isDue: now }) => (now ? `due since ${due}` : `on ${due}`) },
  ])
  const none = 'No export is waited for: “muniment accounts remind HANDLE --every MONTHS”.'
  return { value: { today, rows }, lines: lines.length > 0 ? lines : [none] }
}

async function remind({ vault }: Context, { HANDLE, every, never }: z.output<typeof Remind>): Promise<Answer> {
  if ((every === undefined) === !never) throw new UsageError('Say either --every MONTHS or --never.')
  const [account] = await accountIds(vault, [HANDLE])
  if (account === undefined) throw new UsageError('Say which account.')
  const value = await vault.ask(accountRemind, { account, months: every ?? null })
  const told =
    every === undefined ? 'is not waited for any longer' : `is to be asked for every ${counted(every, 'month')}`
  return { value, lines: [`The export of ${HANDLE} ${told}.`] }
}
