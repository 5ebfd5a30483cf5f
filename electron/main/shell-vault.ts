// The vault as the rest of the shell knows it: what can be asked of it, and what it tells.
import type { MessagePortMain } from 'electron'
import type { CapturedAsked, Held, HostTask, Lease } from '../../shared/contract/host.ts'
import type { LocksChange } from '../../shared/contract/key.ts'
import type { Granted } from '../../shared/contract/message.ts'
import type { CapturedAnswer } from '../../shared/contract/replay.ts'
import type { AccountId, Digest, PersonId } from '../../shared/domain/id.ts'
import type { VaultState } from './vault-state.ts'

/** Tasks that end with a vault open in the task's folder. */
export type Using = Extract<HostTask, { type: 'open' | 'create' | 'practice' | 'reset-practice' }>

export interface ShellVault {
  state(): VaultState
  /**
   * Opens or makes a vault; the one in use is closed only when the new one is open.
   * @throws {MunimentError} as the vault refuses
   */
  use(task: Using): Promise<void>
  /** Makes the practice vault that is open as new. @throws {MunimentError} as the vault refuses */
  reset(): Promise<void>
  close(): Promise<void>
  /** What the clerk should know of a place before a vault is made there; null where nothing is wrong. Throws as the vault process refuses. */
  advise(folder: string): Promise<string | null>
  /** Opens the vault that was refused last for want of its passphrase. @throws {MunimentError} as the vault refuses */
  unlock(secret: string): Promise<void>
  /** Sets, changes or takes off the passphrase of the open vault, and opens it again. Throws as {@link move}. */
  changeLocks(change: LocksChange): Promise<void>
  /** Whether a vault was refused of which a copy can be read. */
  readonly refused: string | null
  /**
   * Makes a copy of the vault that was refused last, and opens it.
   * @param temporary whether the copy is removed when it is closed
   */
  readCopy(to: string, temporary: boolean): Promise<void>
  /** Moves the open vault; afterwards none is open. Throws as the vault process refuses, with the vault open again as it was. */
  move(to: string, signed: Signed): Promise<void>
  /** Calls the move of the vault that is open to be read off, and opens it again to go on. Throws as {@link move}. */
  callOff(signed: Signed & { readonly lost: boolean }): Promise<void>
  /** Gives the vault process its end of a window's channel; without an open vault the port is closed. */
  connect(port: MessagePortMain): void
  /** @throws {MunimentError} when no vault is open, or the file can't be used */
  grant(path: string, mode: 'read' | 'write'): Promise<Granted>
  /** Leave to read the sample export of the app, which a practice vault takes in. */
  sample(): Promise<Granted>
  lease(digest: Digest): Promise<Lease | null>
  /** An answer as it was captured; null where the capture has none. Throws as the vault refuses. */
  captured(asked: CapturedAsked): Promise<CapturedAnswer | null>
  /** The id of the open vault; null where none is open. */
  readonly vaultId: string | null
  /** Gives the vault process a log-in; null has it forgotten. */
  holdCredential(held: Held): Promise<void>
  /** The number of the newest showing of an account's log-in; null where there was none. Throws as the vault refuses. */
  newestReveal(account: AccountId): Promise<number | null>
  /** Closes all before the app ends. */
  stop(): Promise<void>
}

/** By whom something is done to a vault as a whole, and why. */
interface Signed {
  readonly person: PersonId
  readonly reason: string
}

export interface VaultEvents {
  changed(): void
  opened(folder: string): void
  /** The log-ins that are kept for a vault. */
  credentials(vaultId: string): readonly Held[]
  /** A log-in that a command line gave for the open vault, to be kept; null: to be forgotten. */
  credentialGiven(vaultId: string, held: Held): void
  /** An object that must no longer be shown; without a digest, every one. */
  revoked(digest?: Digest): void
}
