// Passphrases come from a file: what stands on a command line is seen by everybody on the computer.
import { Passphrase } from '../../../shared/contract/key.ts'
import { UsageError } from '../failure.ts'
import { readText } from './file.ts'

/** The passphrase in a file; a line end after it is none of it. @throws UsageError where it is too short */
export function readPassphrase(folder: string, file: string): string {
  const parsed = Passphrase.safeParse(readText(folder, file).replace(/\r?\n$/, ''))
  if (parsed.success) return parsed.data
  throw new UsageError(`The passphrase in ${file} must have at least 12 characters.`)
}
