// The window's session with the shell and the vault process: the state of the vault, and the connection while it is open.
import { PORT_CHANNEL, SHELL_STATE_CHANNEL } from '../../shared/contract/name.ts'
import { ShellState } from '../../shared/contract/shell.ts'
import { bridge } from './bridge.ts'
import { everythingChanged, lastChange, received } from './changes.ts'
import { Connection } from './connection.ts'
import { tellOfKeys } from './keys-felt.ts'
import { store } from './store.ts'

/** The shell's word on the vault; null until it has answered once. */
export const shellState = store<ShellState | null>(null)

const connection = store<Connection | null>(null)

/** Listens to the shell and asks for the state of things; called once, before the first render. */
export function beginSession(): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== window.location.origin) return
    const type = messageType(event.data)
    if (type === PORT_CHANNEL && event.ports[0]) take(event.ports[0])
    if (type === SHELL_STATE_CHANNEL) learn(event.data.state)
  })
  tellOfKeys(() => connection.get()?.attended())
  void askState()
}

/** The connection, as soon as there is one. */
export function connected(signal?: AbortSignal): Promise<Connection> {
  const now = connection.get()
  if (now) return Promise.resolve(now)
  return new Promise((resolve, reject) => {
    const leave = connection.subscribe(() => {
      const opened = connection.get()
      if (!opened) return
      leave()
      resolve(opened)
    })
    const abort = () => {
      leave()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort, { once: true })
  })
}

/** Asks the shell how things stand. */
async function askState(): Promise<void> {
  const answer = await bridge().ask({ ask: 'state' })
  if (answer.kind === 'state') learn(answer.state)
}

function learn(value: unknown): void {
  const parsed = ShellState.safeParse(value)
  if (!parsed.success) return
  const before = shellState.get()?.vault
  shellState.set(parsed.data)
  if (parsed.data.vault === 'open' && before !== 'open') bridge().connect()
  if (parsed.data.vault !== 'open') drop()
}

function take(port: MessagePort): void {
  connection.get()?.close()
  const fresh: Connection = new Connection(port, received, () => {
    if (connection.get() === fresh) connection.set(null)
  })
  const { epoch, since } = lastChange()
  fresh.subscribe(epoch, since)
  connection.set(fresh)
  everythingChanged()
}

function drop(): void {
  connection.get()?.close()
  connection.set(null)
}

function messageType(data: unknown): string | null {
  if (data === PORT_CHANNEL) return PORT_CHANNEL
  if (typeof data !== 'object' || data === null || !('type' in data)) return null
  return typeof data.type === 'string' ? data.type : null
}
