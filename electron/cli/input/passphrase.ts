// Passphrases come from a file, a prompt or standard input: what stands on a command line is seen by everybody on the computer.
import { Passphrase } from '../../../shared/contract/key.ts'
import { UsageError } from '../failure.ts'
import type { Surroundings } from '../surroundings.ts'
import { readText } from './file.ts'

/** The passphrase in a file; a line end after it is none of it. @throws UsageError where it is too short */
export function readPassphrase(folder: string, file: string): string {
  const parsed = Passphrase.safeParse(withoutLineEnd(readText(folder, file)))
  if (parsed.success) return parsed.data
  throw new UsageError(`The passphrase in ${file} must have at least 12 characters.`)
}

/**
 * The passphrase of a file that leaves the house: of the named file, else of the person at the terminal or of standard input.
 * @param asked once, or twice where the words are new
 * @throws UsageError where none is given, or the second time other words
 */
export async function chosenPassphrase(
  { folder, secret }: Surroundings,
  file: string | undefined,
  asked: 'once' | 'twice',
): Promise<string> {
  if (file !== undefined) return withoutLineEnd(readText(folder, file))
  const said = withoutLineEnd((await secret?.('Passphrase: ')) ?? '')
  if (said === '') throw new UsageError('No passphrase was given. Type it, pipe it in, or say --passphrase-file FILE.')
  if (asked === 'once') return said
  const again = (await secret?.('The passphrase again: ')) ?? ''
  if (withoutLineEnd(again) === said) return said
  throw new UsageError('The second passphrase differs from the first. Nothing was done.')
}

/** What opens a vault: its passphrase, or the secret half of its recovery key (the last line of what age-keygen writes). */
export async function vaultSecret(surroundings: Surroundings, file: string | undefined): Promise<string> {
  const said = await chosenPassphrase(surroundings, file, 'once')
  return /^AGE-SECRET-KEY-\S+$/m.exec(said)?.[0] ?? said
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '')
}
