// Asks the shell for something that ends in the window's state.
import { MunimentError } from '../../shared/contract/error.ts'
import type { ShellRequest } from '../../shared/contract/shell.ts'
import { bridge } from './bridge.ts'

/**
 * Asks the shell.
 * @returns whether it was done; false where the clerk cancelled
 * @throws {MunimentError} what the shell refuses
 */
export async function askShell(request: ShellRequest): Promise<boolean> {
  const answer = await bridge().ask(request)
  if (answer.kind === 'refused') throw new MunimentError(answer.refusal.code, answer.refusal.sentence)
  return answer.kind !== 'cancelled'
}
