// Log-ins and passwords of the accounts: a file of their own, sealed to two named officers, never in the vault.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { passwordReveal } from '../../../shared/contract/password.ts'
import type { CredentialFile } from '../../core/stewardship/passwords/sealed-file.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist, readBytes, readText } from '../input/file.ts'
import { Number1 } from '../input/schemas.ts'

const Target = z.object({ FILE: z.string().min(1) })
const Begin = Target.extend({ officer: z.array(z.string()).default([]) })
const Open = Target.extend({ ENTRY: Number1, key: z.string().min(1) })
const Put = Open.extend({ login: z.string().default(''), secretFrom: z.string().min(1) })
const Show = Open.extend({ by: z.string().trim().min(1).max(200), reason: z.string().trim().min(1).max(500) })

// Encryption is loaded by the commands that need it.
const sealing = () => import('../../core/stewardship/passwords/sealed-file.ts')

export default ((program, runner) => {
  const passwords = program
    .command('passwords')
    .description('Log-ins and passwords, in a file outside the vault that is sealed to two named officers.')
    .addHelpText(
      'after',
      example('muniment passwords show city.age 12 --key adler.key --by "R. Adler" --reason "New phone"'),
    )
  passwords
    .command('key')
    .description('Makes an officer’s key. Keep the file away from this computer; its public part is printed.')
    .argument('<FILE>', 'where the key is written')
    .addHelpText('after', example('muniment passwords key /media/stick/adler.key'))
    .action(
      runner.alone(Target, async ({ folder }, { FILE }) => {
        mustNotExist(folder, FILE)
        const { secret, recipient } = await (await sealing()).officerKeys()
        writeFileSync(resolve(folder, FILE), `${secret}\n`, { mode: 0o600, flag: 'wx' })
        return {
          value: { recipient },
          lines: [recipient, `The key is in ${FILE}. Whoever has it opens the credentials.`],
        }
      }),
    )
  passwords
    .command('begin')
    .description('Begins a file of credentials, sealed to two officers.')
    .argument('<FILE>', 'the file, outside the vault')
    .option('--officer <name=key...>', 'two officers with their public keys, as "R. Adler=age1…"')
    .addHelpText('after', example('muniment passwords begin city.age --officer "R. Adler=age1…" "T. Oyelaran=age1…"'))
    .action(runner.inVault(Begin, begin))
  passwords
    .command('put')
    .description('Puts the log-in and password of an entry into the file, in place of the one before.')
    .argument('<FILE>', 'the file of credentials')
    .argument('<ENTRY>', 'the credential, as “office list credential” numbers it')
    .requiredOption('--key <file>', 'an officer’s key')
    .option('--login <name>', 'the log-in')
    .requiredOption('--secret-from <file>', 'a file that holds the password, or - for standard input')
    .addHelpText(
      'after',
      example('muniment passwords put city.age 12 --key adler.key --login city --secret-from password.txt'),
    )
    .action(runner.inVault(Put, put))
  passwords
    .command('show')
    .description('Shows the log-in and password of an entry. That it was shown is written into the ledger first.')
    .argument('<FILE>', 'the file of credentials')
    .argument('<ENTRY>', 'the credential, as “office list credential” numbers it')
    .requiredOption('--key <file>', 'an officer’s key')
    .requiredOption('--by <name>', 'who is shown it, with the title')
    .requiredOption('--reason <words>', 'why')
    .addHelpText(
      'after',
      example('muniment passwords show city.age 12 --key adler.key --by "R. Adler" --reason "New phone"'),
    )
    .action(runner.inVault(Show, show))
}) satisfies CommandFile

async function begin(
  { vault, surroundings: { folder } }: Context,
  { FILE, officer }: z.output<typeof Begin>,
): Promise<Answer> {
  mustNotExist(folder, FILE)
  const path = outside(vault.folder, folder, FILE)
  const { emptyFile, Officer, seal } = await sealing()
  const officers = officer.map((one) => {
    const cut = one.lastIndexOf('=')
    const parsed = Officer.safeParse({ name: one.slice(0, cut), recipient: one.slice(cut + 1) })
    if (!parsed.success) throw new UsageError(`“${one}” is not NAME=age1…`)
    return parsed.data
  })
  writeFileSync(path, await seal(emptyFile(officers)), { mode: 0o600, flag: 'wx' })
  const names = officers.map(({ name }) => name)
  return {
    value: { officers: names },
    lines: [`${FILE} is sealed to ${names.join(' and ')}; either of them opens it.`],
  }
}

async function put({ vault, surroundings: { folder } }: Context, input: z.output<typeof Put>): Promise<Answer> {
  const path = outside(vault.folder, folder, input.FILE)
  const { seal, withCredential } = await sealing()
  const file = await opened(folder, input)
  const said = input.secretFrom === '-' ? readFileSync(0, 'utf8') : readText(folder, input.secretFrom)
  const secret = said.replace(/\r?\n$/, '')
  if (secret === '') throw new UsageError('There is no password in what was given.')
  writeFileSync(path, await seal(withCredential(file, { entry: input.ENTRY, login: input.login, secret })), {
    mode: 0o600,
  })
  return { value: { entry: input.ENTRY }, lines: [`The credential of entry ${input.ENTRY} is in ${input.FILE}.`] }
}

async function show({ vault, surroundings: { folder } }: Context, input: z.output<typeof Show>): Promise<Answer> {
  const file = await opened(folder, input)
  const found = file.credentials.find(({ entry }) => entry === input.ENTRY)
  if (found === undefined)
    throw new MunimentError(
      'INPUT_INVALID',
      `${input.FILE} has no credential of entry ${input.ENTRY}. Nothing was shown.`,
    )
  const { label } = await vault.ask(passwordReveal, { id: input.ENTRY, by: input.by, reason: input.reason })
  const { login, secret } = found
  return { value: { label, login, secret }, lines: [label, login, secret] }
}

async function opened(folder: string, { FILE, key }: { FILE: string; key: string }): Promise<CredentialFile> {
  const { open } = await sealing()
  return open(readBytes(folder, FILE), readText(folder, key))
}

/** The path of a file that must not lie in the vault, because backups copy all that does. */
function outside(vault: string, folder: string, file: string): string {
  const path = resolve(folder, file)
  if (!path.startsWith(`${resolve(vault)}${sep}`)) return path
  const there = existsSync(path) ? 'Move it out.' : 'Choose another place.'
  throw new MunimentError(
    'INPUT_INVALID',
    `${file} lies in the vault, which is copied into backups. Nothing was written. ${there}`,
  )
}
