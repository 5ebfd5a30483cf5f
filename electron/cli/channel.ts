// Under `accounts`: how accounts were asked for and approved, what became of them, and what in their names needs a look.
import type { Command } from 'commander'
import { z } from 'zod'
import {
  type Channel,
  channelApproveName,
  channelList,
  channelRequest,
  channelStep,
  channelTakeBack,
} from '../../shared/contract/channel.ts'
import { accountList } from '../../shared/contract/people.ts'
import { ChannelRequest, ChannelState, channelItems } from '../../shared/domain/account/channel.ts'
import { PersonId } from '../../shared/domain/id.ts'
import { type Answer, type Context, example, type Runner } from './command.ts'
import { UsageError } from './failure.ts'
import { accountIds } from './input/accounts.ts'
import { Day, Nothing, Number1, Text } from './input/schemas.ts'
import { table } from './text/table.ts'

const Handle = z.object({ HANDLE: z.string().min(1) })
const Asked = Handle.extend(ChannelRequest.partial().shape)
const Step = Handle.extend({
  STATE: ChannelState,
  on: Day,
  by: z.string().trim().min(1).max(200),
  document: Text,
  file: Number1.optional(),
  note: Text,
  lastUsed: Day.optional(),
  withoutExport: Text,
  second: PersonId.nullable().default(null),
})
const Back = Handle.extend({ reason: z.string().trim().min(1) })
const Name = Handle.extend({ by: z.string().trim().min(1), reason: z.string().trim().min(1) })

/** Adds the commands on the life of accounts below `accounts`. */
export function addChannels(accounts: Command, runner: Runner): void {
  accounts
    .command('standing')
    .description(
      'Lists where each account stands: draft, requested, approved, active … and what in its name needs a look.',
    )
    .addHelpText('after', example('muniment accounts standing'))
    .action(runner.inVault(Nothing, listStanding))
  accounts
    .command('ask')
    .description(
      'Writes down what the request for an account says: items i to vi of AI 599. What is left out stays as it was.',
    )
    .argument('<HANDLE>', 'the account, as HANDLE or PLATFORM:HANDLE')
    .option('--purpose <words>', 'i: the tool, its objectives and goals')
    .option('--guidelines <words>', 'ii: the department’s guidelines for use')
    .option('--management <words>', 'iii: standards and processes for managing the account')
    .option('--opportunities <words>', 'iv: use by other departments or programs')
    .option('--design <words>', 'v: how design standards are used')
    .option('--username <words>', 'vi: the proposed username, and who keeps the credentials; never a password')
    .addHelpText('after', example('muniment accounts ask OaklandParks --purpose "News of the parks"'))
    .action(runner.inVault(Asked, ask))
  accounts
    .command('step')
    .description('Says that an account was asked for, approved, refused, put to use, left or given up.')
    .argument('<HANDLE>', 'the account, as HANDLE or PLATFORM:HANDLE')
    .argument('<STATE>', ChannelState.options.join(', '))
    .requiredOption('--on <day>', 'when it was decided or happened, YYYY-MM-DD')
    .requiredOption('--by <name>', 'who decided or did it, with the title')
    .option('--document <words>', 'where its paper lies')
    .option('--file <number>', 'the file on the account that is its paper, as “notes” numbers it')
    .option('--note <words>', 'more words on it')
    .option('--last-used <day>', 'for giving up: the last day on which it was used')
    .option('--without-export <reason>', 'for giving up: why no last export or capture can be had')
    .option('--second <person>', 'for giving up: who else stands behind it where a standing rule lets records go by it')
    .addHelpText(
      'after',
      example(
        'muniment accounts step OaklandParks approved --on 2026-11-10 --by "K. Fell, Director" --document "Memo 26-41"',
      ),
    )
    .action(runner.inVault(Step, step))
  accounts
    .command('step-back')
    .description('Takes the newest step of an account back; it stays listed so.')
    .argument('<HANDLE>', 'the account, as HANDLE or PLATFORM:HANDLE')
    .requiredOption('--reason <words>', 'why')
    .addHelpText('after', example('muniment accounts step-back OaklandParks --reason "Wrong account"'))
    .action(runner.inVault(Back, takeBack))
  accounts
    .command('approve-name')
    .description('Says who let the name of an account stand although it names a person or a title, and why.')
    .argument('<HANDLE>', 'the account, as HANDLE or PLATFORM:HANDLE')
    .requiredOption('--by <name>', 'who let it stand, with the title')
    .requiredOption('--reason <words>', 'why')
    .addHelpText('after', example('muniment accounts approve-name OaklandClerk --by "K. Fell" --reason "The office"'))
    .action(runner.inVault(Name, approveName))
}

async function listStanding({ vault }: Context): Promise<Answer> {
  const register = new Map((await vault.ask(accountList, {})).map((account) => [account.id, account]))
  const channels = await vault.ask(channelList, {})
  const lines = table(channels, [
    {
      title: 'Account',
      value: ({ account }) => `${register.get(account)?.platform ?? ''}:${register.get(account)?.handle ?? ''}`,
    },
    { title: 'Stands', value: ({ state }) => state ?? 'not said' },
    { title: 'Since', value: (one) => newest(one)?.on ?? '' },
    { title: 'By', value: (one) => newest(one)?.by ?? '', most: 40 },
    { title: 'Name', value: nameWords, most: 60 },
  ])
  const none = 'No account is registered yet: “muniment accounts add”.'
  return { value: channels, lines: lines.length > 0 ? lines : [none] }
}

function newest({ steps }: Channel) {
  return steps.find(({ takenBack }) => takenBack === null)
}

function nameWords({ concerns, nameApproval }: Channel): string {
  if (concerns.length === 0) return ''
  const said = concerns.map(({ kind, words }) => `${kind} “${words}”`).join(', ')
  return nameApproval === null ? `look: ${said}` : `${said}, let stand by ${nameApproval.by}`
}

async function only({ vault }: Context, handle: string) {
  const [account] = await accountIds(vault, [handle])
  if (account === undefined) throw new UsageError('Say the account.')
  return account
}

async function ask(context: Context, { HANDLE, ...said }: z.output<typeof Asked>): Promise<Answer> {
  const account = await only(context, HANDLE)
  const before = (await context.vault.ask(channelList, {})).find((one) => one.account === account)?.request ?? null
  const items = channelItems.map((item) => [item, said[item] ?? before?.[item] ?? ''] as const)
  const request = ChannelRequest.parse(Object.fromEntries(items))
  await context.vault.ask(channelRequest, { account, request })
  const missing = items.filter(([, words]) => words === '').map(([item]) => item)
  const left = missing.length === 0 ? 'All six items are there.' : `Still empty: ${missing.join(', ')}.`
  return { value: request, lines: [`The request is written down. ${left}`] }
}

async function step(
  context: Context,
  { HANDLE, STATE, file, lastUsed, ...said }: z.output<typeof Step>,
): Promise<Answer> {
  const account = await only(context, HANDLE)
  const more = { attachment: file ?? null, lastUsed: lastUsed ?? null }
  const made = await context.vault.ask(channelStep, { ...said, ...more, account, state: STATE })
  return { value: made, lines: [`@${HANDLE} is now: ${STATE}.`] }
}

async function takeBack(context: Context, { HANDLE, reason }: z.output<typeof Back>): Promise<Answer> {
  const { state } = await context.vault.ask(channelTakeBack, { account: await only(context, HANDLE), reason })
  return { value: { state }, lines: [`The step is taken back. @${HANDLE} is now: ${state ?? 'not said'}.`] }
}

async function approveName(context: Context, { HANDLE, ...said }: z.output<typeof Name>): Promise<Answer> {
  await context.vault.ask(channelApproveName, { account: await only(context, HANDLE), ...said })
  return { value: {}, lines: [`The name of @${HANDLE} stands.`] }
}
