// The log-in with which this desk sees an account's pages: the shell says what is kept of it; a window never reads it.
import { MunimentError } from '../../shared/contract/error.ts'
import type { ShellAnswer } from '../../shared/contract/shell.ts'
import type { AccountId } from '../../shared/domain/id.ts'
import { bridge } from './bridge.ts'

export type SignedIn = Omit<Extract<ShellAnswer, { kind: 'signed-in' }>, 'kind'>

/** What is kept. @throws MunimentError as the shell refuses */
export async function signedIn(account: AccountId): Promise<SignedIn> {
  const answer = await bridge().ask({ ask: 'signed-in', account })
  if (answer.kind === 'refused') throw new MunimentError(answer.refusal.code, answer.refusal.sentence)
  if (answer.kind !== 'signed-in') throw new Error(`the shell answered with ${answer.kind}`)
  return { at: answer.at, hosts: answer.hosts }
}
