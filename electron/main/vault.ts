// Which vault the shell has open, as every window is told.
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MessagePortMain } from 'electron'
import { MunimentError, type Refusal, toRefusal } from '../../shared/contract/error.ts'
import type { HostAnswer, HostTask, Lease } from '../../shared/contract/host.ts'
import type { Granted } from '../../shared/contract/message.ts'
import type { ShellState } from '../../shared/contract/shell.ts'
import type { Digest } from '../../shared/domain/id.ts'
import { superviseHost } from './supervisor.ts'

/** What windows are told of the vault; the shell adds the recent ones. */
export type VaultState = Omit<ShellState, 'recent'>

export interface ShellVault {
  state(): VaultState
  /**
   * Opens or makes a vault; the one in use is closed only when the new one is open.
   * @throws {MunimentError} as the vault refuses
   */
  use(task: Extract<HostTask, { type: 'open' | 'create' }>): Promise<void>
  close(): Promise<void>
  /** What the clerk should know of a place before a vault is made there; null where nothing is wrong. Throws as the vault process refuses. */
  advise(folder: string): Promise<string | null>
  /** Whether a vault was refused of which a copy can be read. */
  readonly refused: string | null
  /**
   * Makes a copy of the vault that was refused last, and opens it.
   * @param temporary whether the copy is removed when it is closed
   */
  readCopy(to: string, temporary: boolean): Promise<void>
  /** Gives the vault process its end of a window's channel; without an open vault the port is closed. */
  connect(port: MessagePortMain): void
  /** @throws {MunimentError} when no vault is open, or the file can't be used */
  grant(path: string, mode: 'read' | 'write'): Promise<Granted>
  lease(digest: Digest): Promise<Lease | null>
  /** Closes all before the app ends. */
  stop(): Promise<void>
}

export interface VaultEvents {
  changed(): void
  opened(folder: string): void
  /** An object that must no longer be shown; without a digest, every one. */
  revoked(digest?: Digest): void
}

const none: VaultState = { vault: 'none', name: null, refusal: null, warning: null, reading: null }

type Opened = Extract<HostAnswer, { type: 'opened' }>

/** Refusals of vaults that can be read all the same, as a copy. */
const COPIED: ReadonlySet<Refusal['code']> = new Set(['VAULT_IN_USE', 'PLACE_UNSAFE'])

/** How long a vault may take to close when the app ends. */
const PATIENCE_MS = 15_000

/** @param hostFile the vault process's script */
export function shellVault(hostFile: string, events: VaultEvents): ShellVault {
  let state = none
  let folder: string | null = null
  let lastRefused: string | null = null
  /** A copy that goes when it is closed. */
  let temporary: string | null = null
  let last: Promise<unknown> = Promise.resolve()

  // One change of vault at a time, in the order in which they were asked for.
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work)
    last = turn.catch(() => null)
    return turn
  }

  function become(next: VaultState): void {
    state = next
    events.changed()
  }

  const supervisor = superviseHost(hostFile, {
    revoked: events.revoked,
    crashed(reason, again) {
      events.revoked()
      if (folder === null) return
      const lost = folder
      folder = null
      become({ ...none, vault: 'restarting', name: vaultName(lost) })
      const recovery = again ? () => recover(lost, reason) : () => giveUp(lost, reason)
      void inTurn(recovery)
    },
  })

  async function recover(lost: string, reason: string): Promise<void> {
    const told = `The vault was closed unexpectedly, because ${reason}. It was opened again; look at the list of jobs for any that were interrupted.`
    try {
      const { warnings, reading } = await open({ type: 'open', folder: lost })
      become({ ...none, vault: 'open', name: vaultName(lost), warning: inWords([told, ...warnings]), reading })
    } catch (error) {
      become(refused(lost, toRefusal(error)))
    }
  }

  async function giveUp(lost: string, reason: string): Promise<void> {
    const sentence = `The vault process ended several times within a few minutes, the last time because ${reason}. What was stored is unchanged. Open the vault again, or check it with “muniment verify”.`
    become(refused(lost, { code: 'UNEXPECTED', sentence }))
  }

  async function open(task: Extract<HostTask, { type: 'open' | 'create' }>): Promise<Opened> {
    const answer = await supervisor.ask(task)
    if (answer.type !== 'opened') throw unexpected(answer.type)
    folder = task.folder
    await dropTemporary()
    return answer
  }

  /** Removes a copy that was made for this session alone, once it is not the one that is open. */
  async function dropTemporary(): Promise<void> {
    const left = temporary
    if (left === null || left === folder) return
    temporary = null
    await rm(left, { recursive: true, force: true }).catch(() => undefined)
  }

  function refuse(task: { readonly folder: string }, before: VaultState, error: unknown): void {
    const refusal = toRefusal(error)
    lastRefused = COPIED.has(refusal.code) ? task.folder : null
    become(folder === null ? refused(task.folder, refusal) : { ...before, warning: refusal.sentence })
  }

  return {
    state: () => state,
    use: (task) =>
      inTurn(async () => {
        const before = state
        const name = vaultName(task.folder)
        become({ ...none, vault: 'opening', name })
        try {
          const { warnings, reading } = await open(task)
          events.opened(task.folder)
          become({ ...none, vault: 'open', name, warning: inWords(warnings), reading })
        } catch (error) {
          refuse(task, before, error)
          throw error
        }
      }),
    close: () =>
      inTurn(async () => {
        await supervisor.ask({ type: 'close' })
        folder = null
        events.revoked()
        become(none)
        await dropTemporary()
      }),
    async advise(place) {
      const answer = await supervisor.ask({ type: 'advise', folder: place })
      if (answer.type !== 'advised') throw unexpected(answer.type)
      return answer.advice
    },
    get refused() {
      return lastRefused
    },
    readCopy: (to, forNow) =>
      inTurn(async () => {
        const before = state
        const from = lastRefused
        if (from === null)
          throw new MunimentError('VAULT_NOT_FOUND', 'No vault was refused of which a copy could be read.')
        become({ ...none, vault: 'copying', name: vaultName(from) })
        try {
          await supervisor.ask({ type: 'copy', folder: from, to })
          const { warnings, reading } = await open({ type: 'open', folder: to })
          if (forNow) temporary = to
          else events.opened(to)
          become({ ...none, vault: 'open', name: vaultName(from), warning: inWords(warnings), reading })
        } catch (error) {
          refuse({ folder: from }, before, error)
          lastRefused = from
          throw error
        }
      }),
    connect(port) {
      if (folder === null) port.close()
      else supervisor.serve(port)
    },
    async grant(path, mode) {
      const answer = await supervisor.ask({ type: 'grant', path, mode })
      if (answer.type !== 'granted') throw unexpected(answer.type)
      return answer.granted
    },
    async lease(digest) {
      if (folder === null) return null
      const answer = await supervisor.ask({ type: 'lease', digest })
      if (answer.type !== 'leased') throw unexpected(answer.type)
      return answer.lease
    },
    async stop() {
      await supervisor.stop(PATIENCE_MS)
      folder = null
      await dropTemporary()
    },
  }
}

/** The name of a vault as a clerk knows it: its folder's, without the ending. */
export function vaultName(folder: string): string {
  return basename(folder).replace(/\.muniment$/i, '')
}

function refused(folder: string, refusal: Refusal): VaultState {
  return { ...none, vault: 'refused', name: vaultName(folder), refusal }
}

function inWords(warnings: readonly string[]): string | null {
  return warnings.length === 0 ? null : warnings.join('\n')
}

function unexpected(type: string): MunimentError {
  return new MunimentError('UNEXPECTED', `The vault process gave another answer than was asked for (${type}).`)
}
