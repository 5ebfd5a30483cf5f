// One client's conversation with the archive, whatever carries the messages.
import { toRefusal } from '../../../shared/contract/error.ts'
import { ClientMessage, type ServerMessage } from '../../../shared/contract/message.ts'
import type { Answering } from './answering.ts'

export interface Channel {
  post(message: ServerMessage): void
  onMessage(listener: (raw: unknown) => void): void
  onClose(listener: () => void): void
}

/** Serves a client until its channel closes. What is not a message of the contract is ignored, not answered. */
export function serveSession(archive: Pick<Answering, 'call' | 'subscribe' | 'attend'>, channel: Channel): void {
  const running = new Map<number, AbortController>()
  let unsubscribe = () => {}

  const call = async (message: Extract<ClientMessage, { type: 'call' }>) => {
    const abort = new AbortController()
    running.set(message.call, abort)
    const { operation, input, command, actor } = message
    try {
      const value = await archive.call(operation, input, { command, actor, signal: abort.signal })
      channel.post({ type: 'result', call: message.call, value })
    } catch (error) {
      channel.post({ type: 'refused', call: message.call, refusal: toRefusal(error) })
    } finally {
      running.delete(message.call)
    }
  }

  channel.onMessage((raw) => {
    const parsed = ClientMessage.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    if (message.type === 'call') void call(message)
    else if (message.type === 'cancel') running.get(message.call)?.abort()
    else if (message.type === 'attended') archive.attend()
    else {
      unsubscribe()
      unsubscribe = archive.subscribe((event) => channel.post({ type: 'event', event }), {
        epoch: message.epoch,
        change: message.since,
      })
    }
  })
  channel.onClose(() => {
    unsubscribe()
    for (const abort of running.values()) abort.abort()
  })
}
