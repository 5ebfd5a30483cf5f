// Serves an open vault on a local socket, so that a command line can attach to the Muniment that has it open.
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { dirname, isAbsolute } from 'node:path'
import { MunimentError, toRefusal } from '../../../shared/contract/error.ts'
import { CredentialMessage, GrantMessage, type ServerMessage } from '../../../shared/contract/message.ts'
import type { Answering } from './answering.ts'
import { fromLine, lineReader, toLine } from './lines.ts'
import { serveSession } from './session.ts'
import { ownSocketFolder, socketAddresses } from './socket-place.ts'

export interface SocketServer {
  /** Sentences for the clerk where nothing can attach; empty otherwise. */
  readonly warnings: readonly string[]
  /** Takes nobody further on and waits until those attached have gone. */
  drain(): Promise<void>
  /** Ends every conversation and takes the socket away. */
  close(): Promise<void>
}

/**
 * Serves the contract beside the vault. To be called by the holder of the vault's lock: a socket found there was left by one that was
 * killed. Never throws: without a socket the vault works all the same.
 * @param vault its folder and its id
 */
export async function serveSocket(
  archive: Answering,
  vault: { readonly folder: string; readonly vaultId: string },
): Promise<SocketServer> {
  const connections = new Set<Socket>()
  const server = createServer((socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
    serveConnection(archive, socket)
  })
  server.unref()
  const stopped = new Promise<void>((resolve) => {
    server.on('close', resolve)
  })
  const listening = await listenSomewhere(server, socketAddresses(vault.folder, vault.vaultId))
  const stop = async () => {
    if (server.listening) server.close()
    if (listening) await stopped
  }
  return {
    warnings: listening
      ? []
      : ['Commands cannot attach to this Muniment: no private folder for its socket could be made.'],
    drain: stop,
    close: async () => {
      for (const socket of connections) socket.destroy()
      await stop()
    },
  }
}

async function listenSomewhere(server: Server, addresses: readonly string[]): Promise<boolean> {
  for (const address of addresses) if (await listen(server, address)) return true
  return false
}

function listen(server: Server, address: string): Promise<boolean> {
  const file = process.platform !== 'win32'
  if (file && !ownSocketFolder(dirname(address))) return Promise.resolve(false)
  if (file) rmSync(address, { force: true })
  return new Promise((resolve) => {
    const failed = () => resolve(false)
    server.once('error', failed)
    server.listen(address, () => {
      server.off('error', failed)
      if (file) chmodSync(address, 0o600)
      resolve(true)
    })
  })
}

function serveConnection(archive: Answering, socket: Socket): void {
  const post = (message: ServerMessage) => {
    if (socket.writable) socket.write(toLine(message))
  }
  const listeners: ((raw: unknown) => void)[] = []
  serveSession(archive, {
    post,
    onMessage: (listener) => void listeners.push(listener),
    onClose: (listener) => void socket.on('close', listener),
  })
  const read = lineReader((line) => {
    const raw = fromLine(line)
    const asked = GrantMessage.safeParse(raw)
    const given = CredentialMessage.safeParse(raw)
    if (asked.success) post(answerGrant(archive, asked.data))
    else if (given.success) {
      archive.credential(given.data.account, given.data.credential, given.data.keep)
      post({ type: 'result', call: given.data.call, value: null })
    } else for (const listener of listeners) listener(raw)
  })
  socket.on('data', (chunk) => {
    try {
      read(chunk)
    } catch {
      socket.destroy()
    }
  })
  // A client that was killed: its end of the conversation is over, and nothing else is wrong.
  socket.on('error', () => socket.destroy())
}

function answerGrant(archive: Answering, { call, path, mode }: GrantMessage): ServerMessage {
  try {
    // A relative path would mean another file here than where it was typed.
    if (!isAbsolute(path)) throw new MunimentError('INPUT_INVALID', `${path} is not a whole path. Nothing was done.`)
    return { type: 'result', call, value: archive.grant(path, mode) }
  } catch (error) {
    return { type: 'refused', call, refusal: toRefusal(error) }
  }
}
