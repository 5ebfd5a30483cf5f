// The register of the City's accounts.
import { z } from 'zod'
import { accountAdd, accountList, accountMark } from '../../../shared/contract/people.ts'
import { type Account, PlatformName } from '../../../shared/domain/account/account.ts'
import { addChannels } from '../channel.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { UsageError } from '../failure.ts'
import { accountIds } from '../input/accounts.ts'
import { Nothing, Text } from '../input/schemas.ts'
import { addRegister } from '../register.ts'
import { addReminders } from '../reminders.ts'
import { count } from '../text/number.ts'
import { type Column, table } from '../text/table.ts'

const Draft = z.object({
  platform: PlatformName,
  handle: z.string().trim().min(1).max(200),
  name: Text,
  department: Text,
  liaison: Text,
  nativeId: z.string().max(100).nullable().default(null),
  personal: z.string().trim().min(1).max(200).optional(),
})

const Mark = z.object({
  account: z.string().trim().min(1),
  personal: z.string().trim().min(1).max(200).optional(),
  city: z.boolean().default(false),
})

const columns: readonly Column<Account>[] = [
  { title: 'No.', value: ({ id }) => String(id), side: 'right' },
  { title: 'Platform', value: ({ platform }) => platform },
  { title: 'Handle', value: ({ handle }) => handle },
  { title: 'Name', value: ({ name }) => name, most: 30 },
  { title: 'Department', value: ({ department }) => department, most: 24 },
  { title: 'Liaison', value: ({ liaison }) => liaison, most: 24 },
  { title: 'Personal account of', value: ({ personal }) => personal ?? '', most: 24 },
  { title: 'Records', value: ({ records }) => count(records), side: 'right' },
]

const list: Work<unknown> = async ({ vault }) => {
  const accounts = await vault.ask(accountList, {})
  const lines = table(accounts, columns)
  return {
    value: accounts,
    lines: lines.length > 0 ? lines : ['No account is registered yet: “muniment accounts add”.'],
  }
}

export default ((program, runner) => {
  const accounts = program
    .command('accounts')
    .description('The register of the City’s accounts; by itself it lists them.')
    .addHelpText('after', example('muniment accounts', 'muniment accounts add --platform x --handle OaklandCity'))
    .action(runner.inVault(Nothing, list))
  accounts
    .command('list')
    .description('Lists the accounts with how many records each holds.')
    .addHelpText('after', example('muniment accounts list --json'))
    .action(runner.inVault(Nothing, list))
  accounts
    .command('add')
    .description('Registers an account.')
    .requiredOption('--platform <name>', 'the platform, in small letters: x, facebook, instagram …')
    .requiredOption('--handle <handle>', 'its name on the platform, with or without @')
    .option('--name <name>', 'its display name')
    .option('--department <name>', 'the department that answers for it')
    .option('--liaison <name>', 'its social media liaison')
    .option('--native-id <id>', 'the platform’s own id for it')
    .option('--personal <name>', 'whose own account it is, where it is not the City’s: only single items are taken in')
    .addHelpText(
      'after',
      example(
        'muniment accounts add --platform x --handle OaklandPW --name "Oakland Public Works" --department "Public Works"',
      ),
    )
    .action(
      runner.inVault(Draft, async ({ vault }, draft) => {
        const added = await vault.ask(accountAdd, draft)
        return {
          value: added,
          lines: [`@${draft.handle.replace(/^@/, '')} on ${draft.platform} is account ${added.id}.`],
        }
      }),
    )
  accounts
    .command('mark')
    .description('Says whose own account an account is, or that it is the City’s after all.')
    .requiredOption('--account <handle>', 'the account, as x:handle where the handle stands on several platforms')
    .option('--personal <name>', 'whose own account it is: only single items are taken in from then on')
    .option('--city', 'it is an account of the City')
    .addHelpText('after', example('muniment accounts mark --account pat_at_home --personal "Pat Holder"'))
    .action(
      runner.inVault(Mark, async ({ vault }, { account: named, personal, city }) => {
        if ((personal === undefined) !== city) throw new UsageError('Say either --personal NAME or --city.')
        const [account] = await accountIds(vault, [named])
        if (account === undefined) throw new UsageError('Say the account.')
        const marked = await vault.ask(accountMark, { account, personal: personal ?? null })
        return { value: marked, lines: [personal === undefined ? 'It is the City’s.' : `It is ${personal}’s own.`] }
      }),
    )
  addReminders(accounts, runner)
  addChannels(accounts, runner)
  addRegister(accounts, runner)
}) satisfies CommandFile
