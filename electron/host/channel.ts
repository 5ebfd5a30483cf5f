// A window's message port as the channel that a session is served on.
import type { ServerMessage } from '../../shared/contract/message.ts'

/** The part of Electron's port that is used: the vault process never imports electron. */
export interface Port {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

export interface PortChannel {
  post(message: ServerMessage): void
  onMessage(listener: (raw: unknown) => void): void
  onClose(listener: () => void): void
  /** Ends the session from this side: the port says nothing to its own listeners when it is closed here. */
  close(): void
}

/** Wraps a port; `start` has been called when this returns, so listeners must be set in the same turn. */
export function portChannel(port: Port): PortChannel {
  const closed = new Set<() => void>()
  let open = true
  const end = () => {
    if (!open) return
    open = false
    for (const listener of closed) listener()
  }
  port.on('close', end)
  port.start()
  return {
    post: (message) => {
      if (open) port.postMessage(message)
    },
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data))
    },
    onClose: (listener) => {
      closed.add(listener)
    },
    close: () => {
      end()
      port.close()
    },
  }
}
