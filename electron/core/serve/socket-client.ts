// Attaches to the Muniment that has a vault open: the same calls as on an archive of one's own.
import { createConnection, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import {
  type ClientMessage,
  type CredentialMessage,
  Granted,
  type GrantMessage,
  ServerMessage,
} from '../../../shared/contract/message.ts'
import type { Credential } from '../../../shared/domain/account/credential.ts'
import type { ChangeEvent } from '../../../shared/domain/event.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { readVaultFile, type VaultFile } from '../vault/about.ts'
import type { Answering } from './answering.ts'
import { fromLine, LONGEST_LINE, lineReader, toLine } from './lines.ts'
import { isOwnFolder, socketAddresses } from './socket-place.ts'

export interface Attachment extends Pick<Answering, 'call'> {
  readonly about: VaultFile
  /** Leave for the owner to read or write a file; the path must be whole. */
  grant(path: string, mode: 'read' | 'write'): Promise<Granted>
  /** Gives the owner a log-in for captures of an account; null has it forgotten. */
  credential(account: AccountId, credential: Credential | null, keep: boolean): Promise<void>
  /** Tells changes from now on. */
  subscribe(listener: (event: ChangeEvent) => void): () => void
  close(): void
}

/**
 * Attaches to the owner of a vault.
 * @returns null when nobody answers: the owner is just opening or ending
 * @throws MunimentError VAULT_NOT_FOUND, VAULT_DAMAGED, VAULT_NEWER
 */
export async function attachArchive(folder: string): Promise<Attachment | null> {
  const about = readVaultFile(folder)
  for (const address of socketAddresses(folder, about.vaultId)) {
    if (process.platform !== 'win32' && !isOwnFolder(dirname(address))) continue
    const socket = await connect(address)
    if (socket) return converse(socket, about)
  }
  return null
}

function connect(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(address)
    const failed = () => resolve(null)
    socket.once('error', failed)
    socket.once('connect', () => {
      socket.off('error', failed)
      resolve(socket)
    })
  })
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

function converse(socket: Socket, about: VaultFile): Attachment {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: ChangeEvent) => void>()
  let calls = 0
  let open = true

  const settle = (message: ServerMessage) => {
    if (message.type === 'event') {
      for (const listener of listeners) listener(message.event)
      return
    }
    const one = waiting.get(message.call)
    waiting.delete(message.call)
    if (message.type === 'result') one?.resolve(message.value)
    else one?.reject(new MunimentError(message.refusal.code, message.refusal.sentence))
  }
  const read = lineReader((line) => {
    const message = ServerMessage.safeParse(fromLine(line))
    if (message.success) settle(message.data)
  })
  socket.on('data', (chunk) => {
    try {
      read(chunk)
    } catch {
      socket.destroy()
    }
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    open = false
    for (const one of waiting.values()) one.reject(ended())
    waiting.clear()
  })

  const send = (message: ClientMessage) => {
    if (open) socket.write(toLine(message))
  }
  const ask = (make: (call: number) => ClientMessage | CredentialMessage | GrantMessage) =>
    new Promise<unknown>((resolve, reject) => {
      const call = ++calls
      const line = toLine(make(call))
      if (!open) return reject(ended())
      if (Buffer.byteLength(line) > LONGEST_LINE) return reject(tooLarge())
      waiting.set(call, { resolve, reject })
      socket.write(line)
    })

  return {
    about,
    call: (operation, input, { command, actor, signal }) => {
      const answer = ask((call) => ({ type: 'call', call, operation, input, command, actor }))
      const call = calls
      const cancel = () => send({ type: 'cancel', call })
      signal.addEventListener('abort', cancel, { once: true })
      return answer.finally(() => signal.removeEventListener('abort', cancel))
    },
    grant: async (path, mode) => Granted.parse(await ask((call) => ({ type: 'grant', call, path, mode }))),
    credential: async (account, credential, keep) =>
      void (await ask((call) => ({ type: 'credential', call, account, credential, keep }))),
    subscribe: (listener) => {
      if (listeners.size === 0) send({ type: 'subscribe', epoch: null, since: 0 })
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => void socket.destroy(),
  }
}

function ended(): MunimentError {
  return new MunimentError(
    'VAULT_CLOSED',
    'The Muniment that had the vault open ended before this was answered. What it had stored is kept; run the command again.',
  )
}

function tooLarge(): MunimentError {
  return new MunimentError(
    'INPUT_INVALID',
    'The files given are too large to hand to the Muniment that has the vault open. Nothing was done; close it and try again.',
  )
}
