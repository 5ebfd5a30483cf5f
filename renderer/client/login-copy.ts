// The desk's own copy of log-ins from the list of log-ins, and the keys of officers: the shell keeps and saves them, outside the vault.
import { MunimentError } from '../../shared/contract/error.ts'
import type { ShellAnswer, ShellRequest } from '../../shared/contract/shell.ts'
import type { Login } from '../../shared/domain/account/login.ts'
import type { AccountId } from '../../shared/domain/id.ts'
import { bridge } from './bridge.ts'
import type { KeptCredential } from './credential.ts'

/** What this desk keeps of an account's log-in. @throws MunimentError as the shell refuses */
export async function keptCopy(account: AccountId): Promise<KeptCredential> {
  return taken(await asked({ ask: 'login-copy', account }), 'credential')
}

/** Keeps a copy; null forgets it. @throws MunimentError as the shell refuses */
export async function keepCopy(account: AccountId, login: Login | null): Promise<KeptCredential> {
  return taken(await asked({ ask: 'keep-login-copy', account, login }), 'credential')
}

/** Opens the copy for a showing that was written down. @throws MunimentError as the shell refuses */
export async function openCopy(
  account: AccountId,
  reveal: number,
): Promise<{ readonly login: Login; readonly savedAt: number }> {
  return taken(await asked({ ask: 'open-login-copy', account, reveal }), 'login')
}

/** Saves an officer's key where the clerk says. @returns false where they cancelled; @throws MunimentError as the shell refuses */
export async function saveKey(name: string, key: string): Promise<boolean> {
  return (await asked({ ask: 'save-key', name, key })).kind === 'done'
}

async function asked(request: ShellRequest): Promise<ShellAnswer> {
  const answer = await bridge().ask(request)
  if (answer.kind === 'refused') throw new MunimentError(answer.refusal.code, answer.refusal.sentence)
  return answer
}

function taken<Kind extends ShellAnswer['kind']>(
  answer: ShellAnswer,
  kind: Kind,
): Extract<ShellAnswer, { readonly kind: Kind }> {
  if (isOf(answer, kind)) return answer
  throw new Error(`the shell answered with ${answer.kind}`)
}

function isOf<Kind extends ShellAnswer['kind']>(
  answer: ShellAnswer,
  kind: Kind,
): answer is Extract<ShellAnswer, { readonly kind: Kind }> {
  return answer.kind === kind
}
