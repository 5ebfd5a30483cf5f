// Which vault the shell has open, as every window is told.
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

/** Tasks that end with a vault open in the task's folder. */
type Using = Extract<HostTask, { type: 'open' | 'create' | 'practice' | 'reset-practice' }>

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
  /** Gives the vault process its end of a window's channel; without an open vault the port is closed. */
  connect(port: MessagePortMain): void
  /** @throws {MunimentError} when no vault is open, or the file can't be used */
  grant(path: string, mode: 'read' | 'write'): Promise<Granted>
  /** Leave to read the sample export of the app, which a practice vault takes in. */
  sample(): Promise<Granted>
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

const none: VaultState = { vault: 'none', name: null, practice: false, making: null, refusal: null, warning: null }

type Opened = Extract<HostAnswer, { type: 'opened' }>

/** How long a vault may take to close when the app ends. */
const PATIENCE_MS = 15_000

/** @param hostFile the vault process's script */
export function shellVault(hostFile: string, events: VaultEvents): ShellVault {
  let state = none
  let folder: string | null = null
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
    making: (step) => {
      if (state.vault === 'opening') become({ ...state, making: step })
    },
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
      const { practice, warnings } = await open({ type: 'open', folder: lost })
      become({ ...none, vault: 'open', name: vaultName(lost), practice, warning: inWords([told, ...warnings]) })
    } catch (error) {
      become(refused(lost, toRefusal(error)))
    }
  }

  async function giveUp(lost: string, reason: string): Promise<void> {
    const sentence = `The vault process ended several times within a few minutes, the last time because ${reason}. What was stored is unchanged. Open the vault again, or check it with “muniment verify”.`
    become(refused(lost, { code: 'UNEXPECTED', sentence }))
  }

  async function open(task: Using): Promise<Pick<Opened, 'practice' | 'warnings'>> {
    const answer = await supervisor.ask(task)
    if (answer.type !== 'opened') throw unexpected(answer.type)
    folder = task.folder
    return answer
  }

  async function use(task: Using): Promise<void> {
    const before = state
    const name = vaultName(task.folder)
    become({ ...none, vault: 'opening', name })
    try {
      const { practice, warnings } = await open(task)
      events.opened(task.folder)
      become({ ...none, vault: 'open', name, practice, warning: inWords(warnings) })
    } catch (error) {
      const refusal = toRefusal(error)
      become(folder === null ? refused(task.folder, refusal) : { ...before, warning: refusal.sentence })
      throw error
    }
  }

  return {
    state: () => state,
    use: (task) => inTurn(() => use(task)),
    reset: () =>
      inTurn(async () => {
        if (folder === null) throw new MunimentError('VAULT_CLOSED', 'No vault is open. Open one, then try again.')
        events.revoked()
        await use({ type: 'reset-practice', folder })
      }),
    close: () =>
      inTurn(async () => {
        await supervisor.ask({ type: 'close' })
        folder = null
        events.revoked()
        become(none)
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
    async sample() {
      const answer = await supervisor.ask({ type: 'sample' })
      if (answer.type !== 'granted') throw unexpected(answer.type)
      return answer.granted
    },
    async lease(digest) {
      if (folder === null) return null
      const answer = await supervisor.ask({ type: 'lease', digest })
      if (answer.type !== 'leased') throw unexpected(answer.type)
      return answer.lease
    },
    stop: () => supervisor.stop(PATIENCE_MS),
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
