// The vault's own passphrase: given, changed, taken off, looked at.
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { converting, hasPassphrase, hasRecoveryKey } from '../../core/vault/cipher/key-file.ts'
import { type Answer, type CommandFile, example, type GlobalOptions, type Runner } from '../command.ts'
import { LOST, Locks, locksOf, withLocks } from '../input/locks.ts'
import { vaultSecret } from '../input/passphrase.ts'
import { Nothing } from '../input/schemas.ts'
import { signer } from '../input/signer.ts'
import type { Surroundings } from '../surroundings.ts'
import { progressView } from '../text/progress.ts'
import { vaultFolder } from '../vault/open-vault.ts'

/** What is not covered. */
const READABLE =
  'Still to be seen without it: the City’s name and zone, how many files there are and how large, and who has the vault open.'
const BEFORE =
  'Backups, copies and exports made before are as readable as they were; so may be what a disk still holds of files that were replaced.'

export default ((program, runner) => {
  const passphrase = program
    .command('vault')
    .description('The vault as a whole.')
    .addHelpText('after', example('muniment vault passphrase status'))
    .command('passphrase')
    .description('The passphrase of the vault: without it nothing in its folder can be read.')
    .addHelpText('after', example('muniment vault passphrase status'))
  withLocks(passphrase.command('set'))
    .description(
      'Puts the vault under a passphrase, or goes on where that was cut off. Nobody may have it open meanwhile.',
    )
    .addHelpText('after', example('muniment vault passphrase set --make-passphrase --as dana-reyes'))
    .action(runner.alone(Locks, set))
  withLocks(passphrase.command('change'))
    .description('Changes the passphrase; --vault-passphrase-file says the one until now. Backups keep theirs.')
    .addHelpText(
      'after',
      example(
        'muniment vault passphrase change --vault-passphrase-file old.txt --passphrase-file new.txt --as dana-reyes',
      ),
    )
    .action(runner.alone(Locks, change))
  passphrase
    .command('remove')
    .description(
      'Takes the passphrase off, or goes on where that was cut off. Nobody may have the vault open meanwhile.',
    )
    .addHelpText('after', example('muniment vault passphrase remove --vault-passphrase-file words.txt --as dana-reyes'))
    .action(runner.alone(Nothing, remove))
  addStatus(passphrase, runner)
}) satisfies CommandFile

async function set(surroundings: Surroundings, input: Locks, options: GlobalOptions): Promise<Answer> {
  const { setPassphrase } = await import('../../core/vault-passphrase.ts')
  const folder = vaultFolder(surroundings, options.vault)
  const given = await locksOf(surroundings, input, hasPassphrase(folder) ? 'once' : 'twice')
  await shown(surroundings, options, (order) => setPassphrase(folder, given, order, surroundings))
  return told(folder, input, given, 'The vault is under its passphrase now.', [READABLE, BEFORE])
}

async function change(surroundings: Surroundings, input: Locks, options: GlobalOptions): Promise<Answer> {
  const { changePassphrase } = await import('../../core/vault-passphrase.ts')
  const folder = vaultFolder(surroundings, options.vault)
  const secret = await vaultSecret(surroundings, options.vaultPassphraseFile)
  const given = await locksOf(surroundings, input, 'twice')
  await shown(surroundings, options, (order) => changePassphrase(folder, secret, given, order, surroundings))
  return told(folder, input, given, 'The passphrase is changed.', ['Backups made before open with the one until now.'])
}

async function remove(surroundings: Surroundings, _input: unknown, options: GlobalOptions): Promise<Answer> {
  const { removePassphrase } = await import('../../core/vault-passphrase.ts')
  const folder = vaultFolder(surroundings, options.vault)
  const secret = await vaultSecret(surroundings, options.vaultPassphraseFile)
  await shown(surroundings, options, (order) => removePassphrase(folder, secret, order, surroundings))
  return { value: status(folder), lines: ['The vault has no passphrase any more: whoever has its folder can read it.'] }
}

function addStatus(passphrase: Command, runner: Runner): void {
  passphrase
    .command('status')
    .description('Says whether the vault is under a passphrase; needs none.')
    .addHelpText('after', example('muniment vault passphrase status'))
    .action(
      runner.alone(Nothing, async (surroundings, _input, options) => {
        const value = status(resolve(vaultFolder(surroundings, options.vault)))
        const half =
          value.converting === null ? [] : ['That is half done: go on with it before the vault can be opened.']
        const recovery = value.recoveryKey ? ' A recovery key opens it, too.' : ' There is no recovery key.'
        const line = value.passphrase ? `The vault is under a passphrase.${recovery}` : 'The vault has no passphrase.'
        return { value, lines: [line, ...half] }
      }),
    )
}

function status(folder: string) {
  return {
    passphrase: hasPassphrase(folder),
    recoveryKey: hasRecoveryKey(folder),
    converting: converting(folder)?.to ?? null,
  }
}

function told(
  folder: string,
  { makePassphrase }: Locks,
  { passphrase }: { readonly passphrase: string },
  done: string,
  more: readonly string[],
): Answer {
  const made = makePassphrase ? passphrase : null
  return {
    value: { ...status(folder), made },
    lines: [done, ...(made === null ? [] : [`Passphrase ${made}`]), LOST, ...more],
  }
}

async function shown(
  surroundings: Surroundings,
  options: GlobalOptions,
  work: (order: Parameters<typeof import('../../core/vault-passphrase.ts').setPassphrase>[2]) => Promise<void>,
): Promise<void> {
  const abort = new AbortController()
  const forget = surroundings.onInterrupt(() => abort.abort())
  const view = progressView(surroundings.err, () => performance.now())
  const progress = (done: number, total: number) =>
    view.show({ stage: 'converting', done, total, unit: 'files', rate: null, secondsLeft: null })
  try {
    await work({ person: signer(options, surroundings), signal: abort.signal, progress })
  } finally {
    view.end()
    forget()
  }
}
