// The list of log-ins: who answers for each, and the log-ins themselves in a sealed file outside the vault (AI 599, III).
import { chmodSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { loginDuty, loginMakeKey, loginNameOfficers } from '../../../shared/contract/login.ts'
import { LoginDuty, Recipient } from '../../../shared/domain/account/login.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { Nothing, Number1 } from '../input/schemas.ts'
import { Keep, keepLogin, listLogins, loginOf, Reseal, readSecret, resealLogins, Show, showLogin } from '../logins.ts'

const Officer = z
  .string()
  .regex(/^[^=]+=age1/, { error: 'is written PERSON=age1…' })
  .transform((text) => ({ person: PersonId.parse(text.split('=')[0]), recipient: Recipient.parse(text.split('=')[1]) }))
const Officers = z.object({ officer: z.array(Officer).length(2, { error: 'two officers are named' }) })
const Key = z.object({ passphraseFile: z.string().min(1), out: z.string().min(1) })
const Duty = z.object({
  ACCOUNT: z.string().min(1),
  owner: z.string().optional(),
  recovery: z.string().optional(),
  secondFactor: z.string().optional(),
  rotateMonths: Number1.optional(),
})
const ACCOUNT = 'the account, as HANDLE or PLATFORM:HANDLE'
const many = (value: string, before: readonly string[] = []) => [...before, value]

export default ((program, runner) => {
  const logins = program
    .command('logins')
    .description(
      'Who answers for the log-in of each account and what is due; by itself it lists that. Never a password.',
    )
    .addHelpText('after', example('muniment logins'))
    .action(runner.inVault(Nothing, listLogins))
  logins
    .command('key')
    .description(
      'Makes an officer’s pair of keys: the secret one into a file, sealed by the passphrase; the public one is printed.',
    )
    .requiredOption('--passphrase-file <file>', 'a file with the passphrase, 12 characters at least')
    .requiredOption('--out <file>', 'the file of the secret key; keep two copies, apart from the list of log-ins')
    .addHelpText('after', example('muniment logins key --passphrase-file words.txt --out pat.age-key'))
    .action(
      runner.inVault(Key, async ({ vault, surroundings: { folder } }, { passphraseFile, out }) => {
        mustNotExist(folder, out)
        const { recipient, key } = await vault.ask(loginMakeKey, { passphrase: readSecret(folder, passphraseFile) })
        writeFileSync(resolve(folder, out), key, { mode: 0o600, flag: 'wx' })
        chmodSync(resolve(folder, out), 0o400)
        return {
          value: { recipient },
          lines: [`The public key: ${recipient}`, `The secret key is in ${out}, sealed by the passphrase.`],
        }
      }),
    )
  logins
    .command('officers')
    .description(
      'Names the two officers to whom the list is sealed, each with a public key. Later lists are sealed to them.',
    )
    .requiredOption('--officer <person=key>', 'a person and their public key; twice', many)
    .addHelpText('after', example('muniment logins officers --officer pat=age1… --officer kim=age1… --as pat'))
    .action(
      runner.inVault(Officers, async ({ vault }, { officer }) => {
        await vault.ask(loginNameOfficers, { officers: officer })
        return {
          value: { officers: officer.map(({ person }) => person) },
          lines: ['The list of log-ins is sealed to them from now on.'],
        }
      }),
    )
  logins
    .command('duty')
    .description('Says who answers for the log-in of an account. What is left out stays as it was.')
    .argument('<ACCOUNT>', ACCOUNT)
    .option('--owner <name>', 'who answers for it, with the title')
    .option('--recovery <contact>', 'whom the platform turns to when it is lost')
    .option('--second-factor <name>', 'who holds the second factor')
    .option('--rotate-months <number>', 'after how many months the password is to be changed')
    .addHelpText('after', example('muniment logins duty OaklandCity --owner "K. Fell" --rotate-months 6'))
    .action(
      runner.inVault(Duty, async (context, { ACCOUNT: named, ...said }) => {
        const { vault } = context
        const { account, standing } = await loginOf(context, named)
        const duty = LoginDuty.parse({ ...standing?.duty, ...said })
        await vault.ask(loginDuty, { account, duty })
        return { value: { account, duty }, lines: ['Written down.'] }
      }),
    )
  logins
    .command('set')
    .description('Seals a log-in to the two officers and puts it into the list, a file outside the vault.')
    .argument('<ACCOUNT>', ACCOUNT)
    .requiredOption(
      '--login-file <file>',
      'a file with lines “user: …”, “password: …”, “more: …”; delete it afterwards',
    )
    .requiredOption('--list <file>', 'the list of log-ins; made where it is not there')
    .addHelpText('after', example('muniment logins set OaklandCity --login-file new.txt --list oakland.logins'))
    .action(runner.inVault(Keep, keepLogin))
  logins
    .command('show')
    .description('Shows one log-in. That it was shown, to whom and why, is written down first.')
    .argument('<ACCOUNT>', ACCOUNT)
    .requiredOption('--list <file>', 'the list of log-ins')
    .requiredOption('--key <file>', 'an officer’s secret key')
    .requiredOption('--passphrase-file <file>', 'a file with its passphrase')
    .requiredOption('--reason <words>', 'why it is shown')
    .addHelpText(
      'after',
      example(
        'muniment logins show OaklandCity --list oakland.logins --key pat.age-key --passphrase-file words.txt --reason "Locked out" --as pat',
      ),
    )
    .action(runner.inVault(Show, showLogin))
  logins
    .command('reseal')
    .description('Seals a whole list to the officers who are named now, with the key of one of those before.')
    .requiredOption('--list <file>', 'the list of log-ins')
    .requiredOption('--key <file>', 'a secret key that opens it')
    .requiredOption('--passphrase-file <file>', 'a file with its passphrase')
    .addHelpText(
      'after',
      example('muniment logins reseal --list oakland.logins --key pat.age-key --passphrase-file words.txt'),
    )
    .action(runner.inVault(Reseal, resealLogins))
}) satisfies CommandFile
