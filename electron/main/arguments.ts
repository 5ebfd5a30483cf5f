// What the command line asks of the app.
import { resolve } from 'node:path'

/**
 * The vault that was named when the app was started, by argument or by double click.
 *
 * @param workingDirectory absolute; what a relative path is relative to
 * @returns its absolute path, or null when no argument ends in `.muniment`
 */
export function vaultArgument(argv: readonly string[], workingDirectory: string): string | null {
  const named = argv.slice(1).findLast((argument) => !argument.startsWith('-') && isVaultName(argument))
  return named === undefined ? null : resolve(workingDirectory, named)
}

function isVaultName(path: string): boolean {
  return /\.muniment[\\/]?$/i.test(path)
}
