// Signs the operator in to a site for captures of pages, and forgets that log-in.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { captureSignIn, captureSignOut } from '../../../shared/contract/sign-in.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { type CommandFile, type Context, example } from '../command.ts'
import { accountIds } from '../input/accounts.ts'

const In = z.object({ HANDLE: z.string().trim().min(1).max(200), ADDRESS: z.string().url().max(4000) })
const Out = z.object({ HANDLE: z.string().trim().min(1).max(200) })

export default ((program, runner) => {
  program
    .command('sign-in')
    .description(
      'Opens a window to sign in to a site, for captures of an account’s pages. The log-in stays on this desk.',
    )
    .argument('<HANDLE>', 'the account whose pages are captured')
    .argument('<ADDRESS>', 'the site’s address')
    .addHelpText('after', example('muniment sign-in AlderBayCity https://www.example.gov/login'))
    .action(
      runner.inVault(In, async ({ vault }, { HANDLE, ADDRESS: address }) => {
        const value = await vault.run(captureSignIn, { account: await known(vault, HANDLE), address })
        return { value, lines: [said(value.hosts)] }
      }),
    )
  program
    .command('sign-out')
    .description('Forgets the log-in with which an account’s pages were captured on this desk.')
    .argument('<HANDLE>', 'the account')
    .addHelpText('after', example('muniment sign-out AlderBayCity'))
    .action(
      runner.inVault(Out, async ({ vault }, { HANDLE }) => {
        const account = await known(vault, HANDLE)
        return { value: await vault.run(captureSignOut, { account }), lines: ['The log-in is forgotten.'] }
      }),
    )
}) satisfies CommandFile

function said(hosts: readonly string[]): string {
  return hosts.length === 0
    ? 'The window was closed. No site left a log-in.'
    : `The window was closed. What was left is kept on this desk, for captures with --signed-in: ${hosts.join(', ')}.`
}

async function known(vault: Context['vault'], handle: string): Promise<AccountId> {
  const [account] = await accountIds(vault, [handle])
  if (account === undefined)
    throw new MunimentError('ACCOUNT_UNKNOWN', `There is no account @${handle}. Nothing was done.`)
  return account
}
