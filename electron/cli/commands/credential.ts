// Log-ins for captures: set, tried, forgotten. They are kept by the app in the computer's keychain; a command alone holds one only while it runs.
import { z } from 'zod'
import { credentialTry } from '../../../shared/contract/credential.ts'
import { CaptureWayName } from '../../../shared/domain/capture/capture.ts'
import type { CommandFile } from '../command.ts'
import { example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { accountIds } from '../input/accounts.ts'
import { apiAddress, apiWayOf } from '../input/api-way.ts'
import { givenCredential } from '../input/credential.ts'

const Set1 = z.object({ ACCOUNT: z.string().min(1), credentialFile: z.string().min(1).optional() })
const Try = z.object({
  ACCOUNT: z.string().min(1),
  credentialFile: z.string().min(1).optional(),
  address: z.url().optional(),
  way: CaptureWayName.optional(),
})
const Forget = z.object({ ACCOUNT: z.string().min(1) })
const ACCOUNT = 'the account, as HANDLE or PLATFORM:HANDLE'
const NO_APP =
  'No app has this vault open, so there is no keychain to keep it in. Nothing was kept: open the vault in the app, or name the file with --credential-file when you capture.'

export default ((program, runner) => {
  const credential = program
    .command('credential')
    .description('The log-in with which captures ask a platform for an account. It is kept outside the vault.')
    .addHelpText('after', example('muniment credential set OaklandCity --credential-file token.txt'))
  credential
    .command('set')
    .description('Has the app that has the vault open keep a log-in in this computer’s keychain.')
    .argument('<ACCOUNT>', ACCOUNT)
    .option('--credential-file <file>', 'a file with the log-in (otherwise the variable MUNIMENT_CREDENTIAL)')
    .addHelpText('after', example('muniment credential set OaklandCity --credential-file token.txt'))
    .action(
      runner.inVault(Set1, async ({ vault, surroundings }, { ACCOUNT: named, credentialFile }) => {
        const given = givenCredential(surroundings, credentialFile)
        if (given === null) throw new UsageError('Name a file with --credential-file, or set MUNIMENT_CREDENTIAL.')
        const [account] = await accountIds(vault, [named])
        if (account === undefined) throw new UsageError('Say the account.')
        const kept = await vault.credential(account, given, true)
        const parts = Object.keys(given).sort()
        return {
          value: { account, parts, kept },
          lines: [kept ? 'The app keeps the log-in. Delete the file, if it was made for this.' : NO_APP],
          unexplained: !kept,
        }
      }),
    )
  credential
    .command('test')
    .description('Tries whether the platform answers the log-in; nothing of the answer is kept.')
    .argument('<ACCOUNT>', ACCOUNT)
    .option('--credential-file <file>', 'a file with the log-in (otherwise MUNIMENT_CREDENTIAL, or what the app keeps)')
    .option('--way <name>', 'the interface: api/ and a name (default: that of the account’s platform)')
    .option(
      '--address <address>',
      'where the interface lies (default: as captured before, or where it lies for everybody)',
    )
    .addHelpText('after', example('muniment credential test youtube:AlderBay --credential-file key.txt'))
    .action(
      runner.inVault(Try, async ({ vault, surroundings }, { ACCOUNT: named, credentialFile, way: asked, address }) => {
        const [account] = await accountIds(vault, [named])
        if (account === undefined) throw new UsageError('Say the account.')
        const given = givenCredential(surroundings, credentialFile)
        if (given !== null) await vault.credential(account, given, false)
        const way = asked ?? (await apiWayOf(vault, account))
        const where = address ?? (await apiAddress(vault, account, way))
        const value = await vault.run(credentialTry, { account, way, address: where })
        return { value, lines: [value.sentence], unexplained: !value.works }
      }),
    )
  credential
    .command('forget')
    .description('Has the app that has the vault open forget an account’s log-in.')
    .argument('<ACCOUNT>', ACCOUNT)
    .addHelpText('after', example('muniment credential forget OaklandCity'))
    .action(
      runner.inVault(Forget, async ({ vault }, { ACCOUNT: named }) => {
        const [account] = await accountIds(vault, [named])
        if (account === undefined) throw new UsageError('Say the account.')
        const kept = await vault.credential(account, null, true)
        const none = 'No app has this vault open: commands keep no log-in, so there is none to forget here.'
        return { value: { account, forgotten: kept }, lines: [kept ? 'The log-in is forgotten.' : none] }
      }),
    )
}) satisfies CommandFile
