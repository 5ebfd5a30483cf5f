// What a vault is put under, as a command is told: a passphrase, and the public half of a recovery key.
import type { Command } from 'commander'
import { z } from 'zod'
import { AgeRecipient, Passphrase, type VaultLocks } from '../../../shared/contract/key.ts'
import { passphraseFrom } from '../../../shared/text/passphrase.ts'
import { UsageError } from '../failure.ts'
import type { Surroundings } from '../surroundings.ts'
import { readText } from './file.ts'
import { chosenPassphrase } from './passphrase.ts'

/** What nothing can help against, for whoever has just set a passphrase. */
export const LOST =
  'Without the passphrase, and without a recovery key, nobody can open the vault again: keep both in two places.'

/** The options that {@link withLocks} adds. */
export const Locks = z.object({
  passphraseFile: z.string().min(1).optional(),
  makePassphrase: z.boolean().default(false),
  recoveryKey: z.string().min(1).optional(),
})
export type Locks = z.output<typeof Locks>

/** Adds the options that say what a vault is put under. */
export function withLocks(command: Command): Command {
  return command
    .option('--passphrase-file <file>', 'a file with the vault’s new passphrase, at least 12 characters')
    .option('--make-passphrase', 'makes the passphrase and prints it, once')
    .option('--recovery-key <key>', 'a public key of age (age1…, or a file with it) that opens the vault, too')
}

/**
 * What was said.
 * @param asked how often the passphrase is asked for where no option names one
 * @throws UsageError where it is too short, or a recovery key is none
 */
export async function locksOf(surroundings: Surroundings, said: Locks, asked: 'once' | 'twice'): Promise<VaultLocks> {
  const { passphraseFile, makePassphrase, recoveryKey } = said
  if (passphraseFile !== undefined && makePassphrase)
    throw new UsageError('Either --passphrase-file or --make-passphrase.')
  const words = makePassphrase
    ? passphraseFrom(surroundings.random)
    : await chosenPassphrase(surroundings, passphraseFile, asked)
  const checked = Passphrase.safeParse(words)
  if (!checked.success) throw new UsageError('The passphrase must have 12 to 200 characters. Nothing was done.')
  const recipient = recoveryKey === undefined ? null : recipientOf(surroundings, recoveryKey)
  return { passphrase: checked.data, recipient }
}

/** As typed, or the line in a file that age-keygen wrote. */
function recipientOf({ folder }: Surroundings, said: string): string {
  const found = AgeRecipient.safeParse(said.startsWith('age1') ? said : /age1\w+/.exec(readText(folder, said))?.[0])
  if (found.success) return found.data
  throw new UsageError(`${said} is no public key of age (age1…), and holds none. Nothing was done.`)
}
