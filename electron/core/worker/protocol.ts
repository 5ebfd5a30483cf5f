// What travels between the archive's main thread and its workers; inside one process, so trusted.
import type { MessagePort } from 'node:worker_threads'
import type { Refusal } from '../../../shared/contract/error.ts'
import type { Topic } from '../../../shared/domain/event.ts'
import type { CommandId, Digest, JobId } from '../../../shared/domain/id.ts'
import type { Actor } from '../../../shared/domain/people/person.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { BrowserProgram } from '../job/browser-program.ts'
import type { Progress } from '../job/define.ts'
import type { VaultKey } from '../vault/cipher/keyring.ts'
import type { GrantedFile } from '../vault/handler.ts'
import type { AttentionMark } from './attention.ts'
import type { CredentialTable } from './credentials.ts'

export type GrantTable = Readonly<Record<string, GrantedFile>>

/** What a worker is told at its start. `key`: of a vault under a passphrase, else null. */
export type WorkerStart = { readonly key: VaultKey | null } & RoleStart

type RoleStart =
  | { readonly role: 'writer'; readonly folder: string; readonly now: Instant }
  | { readonly role: 'reader'; readonly folder: string }
  | { readonly role: 'job'; readonly folder: string; readonly job: JobStart }

export interface JobStart {
  readonly id: JobId
  readonly operation: string
  readonly input: unknown
  readonly actor: Actor
  readonly seed: Uint8Array
  readonly startedAt: Instant
  readonly checkpoint: unknown
  readonly files: GrantTable
  readonly browser: BrowserProgram | null
  readonly dataFolders: readonly string[]
  readonly credentials: CredentialTable
  readonly writer: MessagePort
  readonly attention: AttentionMark
}

/** What a command's transaction is given by the one who holds clock and randomness. */
export interface Stamp {
  readonly now: Instant
  readonly actor: Actor
  readonly random: Uint8Array
}

export type ToWriter =
  | {
      readonly type: 'command'
      readonly call: number
      readonly operation: string
      readonly input: unknown
      readonly command: CommandId
      readonly files: GrantTable
      readonly stamp: Stamp
    }
  | {
      readonly type: 'batches'
      readonly port: MessagePort
      /** Answers whatever is sent by the time. */
      readonly clock: MessagePort
      readonly job: JobId
      readonly stamp: Stamp
    }
  | {
      readonly type: 'internal'
      readonly call: number
      readonly batch: string
      readonly payload: unknown
      readonly stamp: Stamp
    }
  | { readonly type: 'close'; readonly call: number }

export type ToReader =
  | {
      readonly type: 'query'
      readonly call: number
      readonly operation: string
      readonly input: unknown
      readonly files: GrantTable
    }
  | { readonly type: 'cancel'; readonly call: number }
  | { readonly type: 'close'; readonly call: number }

/** From writer and readers. */
export type FromWorker =
  | { readonly type: 'ready'; readonly warnings: readonly string[]; readonly clean: boolean }
  | { readonly type: 'failed'; readonly refusal: Refusal }
  | { readonly type: 'result'; readonly call: number; readonly value: unknown; readonly topics: readonly Topic[] }
  | { readonly type: 'refused'; readonly call: number; readonly refusal: Refusal }
  | { readonly type: 'changed'; readonly topics: readonly Topic[] }
  | { readonly type: 'revoked'; readonly digests: readonly Digest[] }

/** From a job's thread to the main thread. */
export type FromJob =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'failed'; readonly refusal: Refusal }

/** Between a job's thread and the writer, over a port of their own. */
export interface BatchMessage {
  readonly call: number
  readonly batch: string
  readonly payload: unknown
  readonly checkpoint: { readonly value: unknown; readonly progress: Progress | null } | null
}
export type BatchAnswer =
  | { readonly call: number; readonly ok: true; readonly value: unknown }
  | { readonly call: number; readonly ok: false; readonly refusal: Refusal }
