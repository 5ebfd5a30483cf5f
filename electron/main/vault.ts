// Which vault the shell has open, as every window is told.
import { rm } from 'node:fs/promises'
import { MunimentError, type Refusal, toRefusal } from '../../shared/contract/error.ts'
import type { HostTask } from '../../shared/contract/host.ts'
import type { Granted } from '../../shared/contract/message.ts'
import type { ShellVault, Using, VaultEvents } from './shell-vault.ts'
import { superviseHost } from './supervisor.ts'
import { isOpen, none, type Opened, refused, type VaultState, vaultName } from './vault-state.ts'

/** Refusals of vaults that can be read all the same, as a copy. */
const COPIED: ReadonlySet<Refusal['code']> = new Set(['VAULT_IN_USE', 'PLACE_UNSAFE'])

/** Refusals of vaults that are opened once their passphrase is said. */
const LOCKED: ReadonlySet<Refusal['code']> = new Set(['PASSPHRASE_NEEDED', 'KEY_REFUSED', 'VAULT_CONVERTING'])

/** How long a vault may take to close when the app ends. */
const PATIENCE_MS = 15_000

/** @param hostFile the vault process's script */
export function shellVault(hostFile: string, events: VaultEvents): ShellVault {
  let state = none
  let folder: string | null = null
  let vaultId: string | null = null
  let lastRefused: string | null = null
  let lastLocked: string | null = null
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
    making: (step) => {
      if (state.vault === 'opening') become({ ...state, making: step })
    },
    credential: (held) => {
      if (vaultId !== null) events.credentialGiven(vaultId, held)
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
      const { warnings, ...how } = await open({ type: 'open', folder: lost })
      become(isOpen(lost, [told, ...warnings], how))
    } catch (error) {
      becomeRefused(lost, error)
    }
  }

  async function giveUp(lost: string, reason: string): Promise<void> {
    const sentence = `The vault process ended several times within a few minutes, the last time because ${reason}. What was stored is unchanged. Open the vault again, or check it with “muniment verify”.`
    become(refused(lost, { code: 'UNEXPECTED', sentence }))
  }

  async function open(task: Using): Promise<Opened> {
    const answer = await supervisor.ask(task)
    if (answer.type !== 'opened') throw unexpected(answer.type)
    folder = task.folder
    vaultId = answer.vaultId
    const held = [...events.credentials(answer.vaultId)]
    if (held.length > 0) await supervisor.ask({ type: 'hold-credentials', held })
    await dropTemporary()
    return answer
  }

  async function granted(task: Extract<HostTask, { type: 'grant' | 'sample' }>): Promise<Granted> {
    const answer = await supervisor.ask(task)
    if (answer.type !== 'granted') throw unexpected(answer.type)
    return answer.granted
  }

  /** Removes a copy that was made for this session alone, once it is not the one that is open. */
  async function dropTemporary(): Promise<void> {
    const left = temporary
    if (left === null || left === folder) return
    temporary = null
    await rm(left, { recursive: true, force: true }).catch(() => undefined)
  }

  async function openAgain(again: string, words: readonly string[]): Promise<void> {
    try {
      const { warnings, ...how } = await open({ type: 'open', folder: again })
      become(isOpen(again, [...words, ...warnings], how))
    } catch (error) {
      becomeRefused(again, error)
    }
  }

  /** Does something with the open vault that needs it closed; where it is refused the vault is opened again as it was. */
  function closedMeanwhile(meanwhile: VaultState, work: (left: string) => Promise<void>): Promise<void> {
    return inTurn(async () => {
      const left = folder
      if (left === null) throw new MunimentError('VAULT_CLOSED', 'No vault is open. Open one, then try again.')
      folder = null
      become({ ...meanwhile, name: vaultName(left) })
      events.revoked()
      try {
        await work(left)
      } catch (error) {
        await openAgain(left, [toRefusal(error).sentence])
        throw error
      }
    })
  }

  function noteLocked(refusedFolder: string, { code }: Refusal): void {
    lastLocked = LOCKED.has(code) ? refusedFolder : null
  }

  /** Nothing is open, because a vault could not be opened again. */
  function becomeRefused(lost: string, error: unknown): void {
    const refusal = toRefusal(error)
    noteLocked(lost, refusal)
    become(refused(lost, refusal))
  }

  function refuse(task: { readonly folder: string }, before: VaultState, error: unknown): void {
    const refusal = toRefusal(error)
    lastRefused = COPIED.has(refusal.code) ? task.folder : null
    noteLocked(task.folder, refusal)
    become(folder === null ? refused(task.folder, refusal) : { ...before, warning: refusal.sentence })
  }

  async function use(task: Using): Promise<void> {
    const before = state
    become({ ...none, vault: 'opening', name: vaultName(task.folder) })
    try {
      const { warnings, ...how } = await open(task)
      events.opened(task.folder)
      become(isOpen(task.folder, warnings, how))
    } catch (error) {
      refuse(task, before, error)
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
          const { warnings, ...how } = await open({ type: 'open', folder: to })
          if (forNow) temporary = to
          else events.opened(to)
          become(isOpen(from, warnings, how))
        } catch (error) {
          refuse({ folder: from }, before, error)
          lastRefused = from
          throw error
        }
      }),
    move: (to, { person, reason }) =>
      closedMeanwhile({ ...none, vault: 'moving' }, async (left) => {
        await supervisor.ask({ type: 'move', folder: left, to, person, reason })
        events.opened(to)
        const told = `The vault was moved to ${to}. Open it there, and only there; the folder that it left can be read, and is written in no more.`
        become({ ...none, warning: told })
      }),
    callOff: ({ person, reason, lost }) =>
      closedMeanwhile({ ...none, vault: 'opening' }, async (left) => {
        await supervisor.ask({ type: 'call-off-move', folder: left, person, reason, lost })
        await openAgain(left, [])
      }),
    unlock: (secret) =>
      inTurn(async () => {
        const locked = lastLocked
        if (locked === null) throw new MunimentError('VAULT_NOT_FOUND', 'No vault waits for its passphrase.')
        await use({ type: 'open', folder: locked, secret })
      }),
    changeLocks: (change) =>
      closedMeanwhile({ ...none, vault: 'converting' }, async (left) => {
        await supervisor.ask({ type: 'change-locks', folder: left, change })
        await openAgain(left, [])
      }),
    connect(port) {
      if (folder === null) port.close()
      else supervisor.serve(port)
    },
    grant: (path, mode) => granted({ type: 'grant', path, mode }),
    sample: () => granted({ type: 'sample' }),
    get vaultId() {
      return folder === null ? null : vaultId
    },
    async holdCredential(held) {
      await supervisor.ask({ type: 'hold-credentials', held: [held] })
    },
    async newestReveal(account) {
      const answer = await supervisor.ask({ type: 'newest-reveal', account })
      if (answer.type !== 'revealed') throw unexpected(answer.type)
      return answer.reveal
    },
    async lease(digest) {
      if (folder === null) return null
      const answer = await supervisor.ask({ type: 'lease', digest })
      if (answer.type !== 'leased') throw unexpected(answer.type)
      return answer.lease
    },
    async captured(asked) {
      const answer = await supervisor.ask({ type: 'captured', ...asked })
      if (answer.type !== 'captured') throw unexpected(answer.type)
      return answer.answer
    },
    async stop() {
      await supervisor.stop(PATIENCE_MS)
      folder = null
      await dropTemporary()
    },
  }
}

function unexpected(type: string): MunimentError {
  return new MunimentError('UNEXPECTED', `The vault process gave another answer than was asked for (${type}).`)
}
