// Log-ins for captures: the shell keeps them, outside the vault; a window never reads one back.
import { MunimentError } from '../../shared/contract/error.ts'
import type { ShellAnswer, ShellRequest } from '../../shared/contract/shell.ts'
import type { Credential } from '../../shared/domain/account/credential.ts'
import type { AccountId } from '../../shared/domain/id.ts'
import { bridge } from './bridge.ts'

export type KeptCredential = Omit<Extract<ShellAnswer, { kind: 'credential' }>, 'kind'>

/** What is kept of an account's log-in. @throws MunimentError as the shell refuses */
export function keptCredential(account: AccountId): Promise<KeptCredential> {
  return ask({ ask: 'credential', account })
}

/** Keeps a log-in; null forgets it. @throws MunimentError as the shell refuses */
export function keepCredential(account: AccountId, credential: Credential | null): Promise<KeptCredential> {
  return ask({ ask: 'keep-credential', account, credential })
}

async function ask(request: ShellRequest): Promise<KeptCredential> {
  const answer = await bridge().ask(request)
  if (answer.kind === 'refused') throw new MunimentError(answer.refusal.code, answer.refusal.sentence)
  if (answer.kind !== 'credential') throw new Error(`the shell answered with ${answer.kind}`)
  return { place: answer.place, savedAt: answer.savedAt }
}
