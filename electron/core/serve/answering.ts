// What a session asks of an archive: the part of it that travels over a port or a socket.
import type { Granted } from '../../../shared/contract/message.ts'
import type { Credential } from '../../../shared/domain/account/credential.ts'
import type { ChangeEvent } from '../../../shared/domain/event.ts'
import type { AccountId, CommandId, PersonId } from '../../../shared/domain/id.ts'

export interface CallContext {
  readonly command: CommandId | null
  readonly actor: PersonId | null
  readonly signal: AbortSignal
}

export interface Answering {
  /**
   * Answers a query, carries out a command, or starts a job and returns `{ job }`.
   * @throws MunimentError with a code of the contract
   */
  call(operation: string, input: unknown, context: CallContext): Promise<unknown>
  /** Somebody is at the keys of a window: long work holds back for a moment. */
  attend(): void
  /** Leave to read or write a file outside the vault. */
  grant(path: string, mode: 'read' | 'write'): Granted
  /** Holds a log-in for captures of an account in memory, until the vault is closed; null forgets it. @param keep whether the shell is to keep it */
  credential(account: AccountId, credential: Credential | null, keep: boolean): void
  /** Tells changes from now on; after `since` at once, if something was missed. */
  subscribe(listener: (event: ChangeEvent) => void, since?: { epoch: string | null; change: number }): () => void
}
