// The vault as commands see it: typed by the contract, whether it was opened here or is open elsewhere.
import type { z } from 'zod'
import type { Operation } from '../../../shared/contract/define.ts'
import type { Credential } from '../../../shared/domain/account/credential.ts'
import type { AccountId, GrantId, JobId } from '../../../shared/domain/id.ts'
import type { VaultFile } from '../../core/vault/about.ts'

export interface Vault {
  readonly folder: string
  readonly about: VaultFile
  /** The file from which its passphrase was read, as a whole path; null where none was named. */
  readonly passphraseFile: string | null
  /** Answers a query, or carries out a command. */
  ask<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<string, 'query' | 'command', Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>>
  /** Does a job to its end, showing its progress; an interruption cancels it. */
  run<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<string, 'job', Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>>
  /** Follows a job that is under way to its end, as `run` does; its result is the one its operation declares. */
  follow(job: JobId): Promise<unknown>
  /** Leave to read or write a file, by its path as typed. */
  grant(path: string, mode: 'read' | 'write'): Promise<GrantId>
  /** Holds a log-in for captures of an account, null forgets it; true where an app that has the vault open keeps it beyond this command. */
  credential(account: AccountId, credential: Credential | null, keep: boolean): Promise<boolean>
  close(): Promise<void>
}
