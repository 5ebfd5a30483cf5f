// A worker as the main thread sees it: calls with answers, and its death told.
import { Worker } from 'node:worker_threads'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { ChangeFeed } from './change-feed.ts'
import { WORKER_LIMITS } from './limits.ts'
import type { FromWorker, ToReader, ToWriter, WorkerStart } from './protocol.ts'

type Sent<Message> = Message extends { readonly call: number } ? Omit<Message, 'call'> : never

export interface Thread {
  readonly warnings: readonly string[]
  /** Whether the vault had been closed in good order; only the writer knows. */
  readonly clean: boolean
  /** Sends a message and waits for its answer. */
  call(message: Sent<ToWriter> | Sent<ToReader>, options?: CallOptions): Promise<unknown>
  /** Sends a message that has no answer, with the ports that go along. */
  tell(message: ToWriter, ports: readonly import('node:worker_threads').MessagePort[]): void
  /** Calls not answered yet; infinite once the worker is gone. */
  readonly load: number
  stop(): Promise<void>
}

interface CallOptions {
  readonly signal?: AbortSignal
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * Starts a worker and waits until it is ready.
 * @param feed is told which topics a committed transaction touched, and which objects it took away
 * @throws MunimentError when the worker refuses to start
 */
export async function startThread(
  workerFile: string,
  start: WorkerStart,
  feed: Pick<ChangeFeed, 'changed' | 'revoke'>,
): Promise<Thread> {
  const worker = new Worker(workerFile, { workerData: start, resourceLimits: WORKER_LIMITS })
  const waiting = new Map<number, Waiting>()
  let calls = 0
  let failure: Error | null = null

  const fail = (error: Error) => {
    failure = error
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  worker.on('error', (cause) => fail(closed(cause)))
  worker.on('exit', () => fail(failure ?? closed(null)))

  const ready = await new Promise<Extract<FromWorker, { type: 'ready' }>>((resolve, reject) => {
    worker.once('error', (cause) => reject(closed(cause)))
    worker.once('exit', () => reject(failure ?? closed(null)))
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve(message)
      else if (message.type === 'failed') reject(new MunimentError(message.refusal.code, message.refusal.sentence))
      else if (message.type === 'changed') feed.changed(message.topics)
      else if (message.type === 'revoked') for (const digest of message.digests) feed.revoke(digest)
      else settle(message)
    })
  })

  function settle(message: Extract<FromWorker, { readonly call: number }>): void {
    const one = waiting.get(message.call)
    waiting.delete(message.call)
    if (message.type === 'refused') one?.reject(new MunimentError(message.refusal.code, message.refusal.sentence))
    else {
      one?.resolve(message.value)
      if (message.topics.length > 0) feed.changed(message.topics)
    }
  }

  return {
    warnings: ready.warnings,
    clean: ready.clean,
    call: (message, options) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure)
        const call = ++calls
        waiting.set(call, { resolve, reject })
        options?.signal?.addEventListener(
          'abort',
          () => worker.postMessage({ type: 'cancel', call } satisfies ToReader),
          {
            once: true,
          },
        )
        worker.postMessage({ ...message, call })
      }),
    tell: (message, ports) => worker.postMessage(message, [...ports]),
    get load() {
      return failure === null ? waiting.size : Number.POSITIVE_INFINITY
    },
    stop: async () => {
      await worker.terminate()
    },
  }
}

function closed(cause: Error | null): MunimentError {
  const why = cause === null ? '' : ` (${cause.message})`
  return new MunimentError('VAULT_CLOSED', `The vault was closed before this could be answered${why}. Open it again.`)
}
