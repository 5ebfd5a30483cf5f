// Backs the vault up, also beside an open app: into a folder, or into one file under a passphrase.
import { z } from 'zod'
import { backupKey, vaultBackup, vaultBackupSealed } from '../../../shared/contract/backup.ts'
import { passphraseFrom } from '../../../shared/text/passphrase.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist } from '../input/file.ts'
import { chosenPassphrase } from '../input/passphrase.ts'
import { bytes, counted } from '../text/number.ts'

const Input = z.object({
  TO: z.string().min(1),
  sealed: z.boolean().default(false),
  passphraseFile: z.string().min(1).optional(),
  makePassphrase: z.boolean().default(false),
})
type Input = z.output<typeof Input>

export default ((program, runner) => {
  program
    .command('backup')
    .description(
      'Copies the vault, checked and consistent, while it stays open: into a new folder, or with --sealed into one file that a passphrase opens.',
    )
    .argument('<TO>', 'the folder of the backup, which must be empty or not exist yet; with --sealed the file')
    .option('--sealed', 'one encrypted file; the passphrase is asked for, or read from standard input')
    .option('--passphrase-file <file>', 'with --sealed: a file with the passphrase; delete it afterwards')
    .option('--make-passphrase', 'with --sealed: makes a passphrase and prints it, once')
    .addHelpText(
      'after',
      example(
        'muniment backup /mnt/backup/Oakland-2026-11-23.muniment',
        'muniment backup /media/stick/Oakland-2026-11-23.zip --sealed --make-passphrase',
      ),
    )
    .action(runner.inVault(Input, (context, input) => (input.sealed ? sealed(context, input) : plain(context, input))))
}) satisfies CommandFile

async function plain({ vault }: Context, { TO, passphraseFile, makePassphrase }: Input): Promise<Answer> {
  if (passphraseFile !== undefined || makePassphrase)
    throw new UsageError('A folder takes no passphrase. Say --sealed for one encrypted file.')
  const copied = await vault.run(vaultBackup, { to: await vault.grant(TO, 'write') })
  return {
    value: { ...copied, folder: TO },
    lines: [
      `${TO}: ${counted(copied.files, 'file')}, ${bytes(copied.bytes)}. SHA-256 of its catalog: ${copied.catalogDigest}`,
    ],
  }
}

async function sealed(
  { vault, surroundings }: Context,
  { TO, passphraseFile, makePassphrase }: Input,
): Promise<Answer> {
  if (passphraseFile !== undefined && makePassphrase)
    throw new UsageError('Either --passphrase-file or --make-passphrase.')
  mustNotExist(surroundings.folder, TO)
  const passphrase = makePassphrase
    ? passphraseFrom(surroundings.random)
    : await chosenPassphrase(surroundings, passphraseFile, 'twice')
  const pair = await vault.ask(backupKey, { passphrase })
  const copied = await vault.run(vaultBackupSealed, { ...pair, to: await vault.grant(TO, 'write') })
  const made = makePassphrase ? passphrase : null
  return {
    value: { ...copied, file: TO, passphrase: made },
    lines: [
      `${TO}: ${counted(copied.files, 'file')}, ${bytes(copied.bytes)}, encrypted.`,
      `SHA-256 ${copied.digest}`,
      ...(made === null ? [] : [`Passphrase ${made}`]),
      'Without the passphrase nobody can open it, and nobody can recover it: keep it in two places, apart from the file.',
    ],
  }
}
