// The clock of whoever opened the vault, asked from a worker: a batch that takes part in long work tells when it is written.
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Instant } from '../../../shared/domain/time.ts'

/** A port for a worker that answers whatever is sent by the time. */
export function clockPort(clock: () => Instant): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port1.on('message', () => port1.postMessage(clock()))
  port1.unref()
  return port2
}

/** Asks for the time. @returns null where nobody answers any more */
export function timeBy(port: MessagePort): Promise<Instant | null> {
  return new Promise((resolve) => {
    const closed = () => resolve(null)
    port.once('close', closed)
    port.once('message', (now) => {
      port.off('close', closed)
      resolve(Instant.parse(now))
    })
    port.postMessage(null)
  })
}
