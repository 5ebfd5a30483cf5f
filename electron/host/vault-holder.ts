// Holds the one open vault of this process and does what the shell asks of it.
import { realpath } from 'node:fs/promises'
import { MunimentError } from '../../shared/contract/error.ts'
import type { Held, HostAnswer, HostTask, Making } from '../../shared/contract/host.ts'
import { loginList } from '../../shared/contract/login.ts'
import type { Digest } from '../../shared/domain/id.ts'
import { type Archive, adviseOnPlace, createLockedVault, createVault, openArchive } from '../core/archive.ts'
import { callOffMove } from '../core/call-off-move.ts'
import { copyToRead } from '../core/copy-to-read.ts'
import { moveVault } from '../core/move-vault.ts'
import { makePractice, type PracticeOptions, resetPractice } from '../core/practice/make.ts'
import { sampleExports } from '../core/practice/pack.ts'
import { serveSession } from '../core/serve/session.ts'
import { shareKey } from '../core/vault/cipher/key-file.ts'
import { letGo, letGoAll } from '../core/vault/cipher/keyring.ts'
import { type Port, type PortChannel, portChannel } from './channel.ts'
import { changeLocks, unlock } from './locks.ts'

type Unnumbered<Answer> = Answer extends unknown ? Omit<Answer, 'id'> : never
export type TaskResult = Unnumbered<HostAnswer>

export interface VaultHolder {
  /**
   * Does one task.
   * @throws {MunimentError} when the vault refuses; the vault that was open before stays open
   */
  perform(task: HostTask): Promise<TaskResult>
  /** Serves a window's port for as long as the vault stays open; without a vault the port is closed at once. */
  serve(port: Port): void
}

/** What the shell is told unasked. */
export interface HolderEvents {
  /** An object that it must stop showing. */
  revoked(digest: Digest): void
  making(step: Making): void
  /** A log-in that a command line gave, to be kept; null: to be forgotten. */
  credential(held: Held): void
}

/** @param options how vaults are opened: clock, randomness, worker file, user and machine; and what practice vaults are made of */
export function holdVault(options: PracticeOptions, events: HolderEvents): VaultHolder {
  let held: { archive: Archive; folder: string } | null = null
  const channels = new Set<PortChannel>()

  /** @param keeping whether the key of a vault under a passphrase is needed on: it is worked on while it is closed */
  async function close(keeping = false): Promise<void> {
    const closing = held
    held = null
    for (const channel of channels) channel.close()
    await closing?.archive.close()
    if (closing && !keeping) letGo(closing.folder)
  }

  async function open(named: string, secret?: string): Promise<TaskResult> {
    // One vault can be named in several ways; opened twice it would seem to be in use by another program.
    const folder = await realpath(named).catch(() => named)
    if (held?.folder === folder) return openedAs(held.archive)
    if (secret !== undefined) await unlock(folder, secret, options)
    if (folder !== named) shareKey(named, folder)
    // The new vault first: where it refuses, the one in use stays as it is.
    const archive = await openArchive(folder, options)
    await close()
    held = { archive, folder }
    archive.onRevoke(events.revoked)
    archive.onCredential((account, credential) => events.credential({ account, credential }))
    return openedAs(archive)
  }

  async function reset(folder: string): Promise<TaskResult> {
    let closed = false
    const makeRoom = async () => {
      closed = true
      await close()
    }
    try {
      await resetPractice(folder, options, events.making, makeRoom)
    } catch (error) {
      // The vault is as it was, and the clerk goes on in it.
      if (closed) await open(folder)
      throw error
    }
    return open(folder)
  }

  function archive(): Archive {
    if (held === null) throw new MunimentError('VAULT_CLOSED', 'No vault is open. Open one, then try again.')
    return held.archive
  }

  return {
    async perform(task) {
      switch (task.type) {
        case 'open':
          return open(task.folder, task.secret)
        case 'create': {
          await adviseOnPlace(task.folder, options.place)
          const settings = { city: task.city, zone: task.zone }
          if (task.locks === undefined) createVault(task.folder, settings, options)
          else await createLockedVault(task.folder, settings, task.locks, options)
          return open(task.folder)
        }
        case 'change-locks':
          await close(true)
          await changeLocks(task.folder, task.change, options)
          return { type: 'locks-changed' }
        case 'practice':
          await makePractice(task.folder, options, events.making)
          return open(task.folder)
        case 'reset-practice':
          return reset(task.folder)
        case 'sample':
          return { type: 'granted', granted: archive().grant(sampleExports(options.practiceFolder).later, 'read') }
        case 'close':
          await close()
          return { type: 'closed' }
        case 'advise':
          return { type: 'advised', advice: await adviseOnPlace(task.folder, options.place) }
        case 'copy':
          await copyToRead(task.folder, task.to, options)
          return { type: 'copied' }
        case 'move': {
          const { folder, to, person, reason } = task
          const order = { person, reason, signal: new AbortController().signal, progress: () => {} }
          await close(true)
          await moveVault(folder, to, order, options)
          letGoAll()
          return { type: 'moved' }
        }
        case 'call-off-move':
          await close(true)
          await callOffMove(task.folder, task, options)
          return { type: 'called-off' }
        case 'grant':
          return { type: 'granted', granted: archive().grant(task.path, task.mode) }
        case 'captured': {
          const { type, ...asked } = task
          return { type, answer: await archive().captured(asked) }
        }
        case 'hold-credentials':
          for (const { account, credential } of task.held) archive().credential(account, credential, false)
          return { type: 'held' }
        case 'newest-reveal': {
          const asked = { actor: null, command: null, signal: new AbortController().signal }
          const now = options.clock()
          const known = loginList.output.parse(await archive().call(loginList.name, { now }, asked))
          const reveal = known.accounts.find(({ account }) => account === task.account)?.newestReveal ?? null
          return { type: 'revealed', reveal }
        }
        case 'lease':
          return { type: 'leased', lease: await archive().lease(task.digest) }
      }
    },
    serve(port) {
      if (held === null) {
        port.close()
        return
      }
      const channel = portChannel(port)
      channels.add(channel)
      channel.onClose(() => channels.delete(channel))
      serveSession(held.archive, channel)
    },
  }
}

function openedAs({ about, warnings, reading, moved }: Archive): TaskResult {
  return { type: 'opened', vaultId: about.vaultId, practice: about.practice, warnings: [...warnings], reading, moved }
}
