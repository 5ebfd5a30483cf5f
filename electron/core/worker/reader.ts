// A reading connection: answers queries one after another.
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { openReader } from '../vault/catalog/open.ts'
import { connections } from './connections.ts'
import { loadQuery } from './load.ts'
import type { FromWorker, ToReader } from './protocol.ts'
import { refusalOf, unknownOperation } from './refusal.ts'

/** Opens the catalog read-only and answers on `port` until told to close. */
export function startReader(port: MessagePort, folder: string): void {
  const send = (message: FromWorker) => port.postMessage(message)
  const running = new Map<number, AbortController>()
  const pool = connections(() => openReader(join(folder, 'catalog.sqlite')))

  const answerQuery = async (message: Extract<ToReader, { type: 'query' }>) => {
    const abort = new AbortController()
    running.set(message.call, abort)
    try {
      const handler = await loadQuery(message.operation)
      if (!handler) throw unknownOperation(message.operation)
      const context = {
        db: pool.current(),
        folder,
        files: (grant: string) => message.files[grant],
        signal: abort.signal,
      }
      send({ type: 'result', call: message.call, value: await handler.run(context, message.input), topics: [] })
    } catch (error) {
      send({ type: 'refused', call: message.call, refusal: refusalOf(error) })
    } finally {
      running.delete(message.call)
    }
  }

  port.on('message', (message: ToReader) => {
    if (message.type === 'query') void answerQuery(message)
    else if (message.type === 'cancel') running.get(message.call)?.abort()
    else {
      pool.close()
      send({ type: 'result', call: message.call, value: null, topics: [] })
      port.close()
    }
  })
  send({ type: 'ready', warnings: [], clean: true })
}
