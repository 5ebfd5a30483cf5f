// One port to the vault process: numbered calls, their answers, cancelling, and change events.
import { MunimentError } from '../../shared/contract/error.ts'
import { type ClientMessage, ServerMessage } from '../../shared/contract/message.ts'
import type { ChangeEvent } from '../../shared/domain/event.ts'

interface Pending {
  resolve(value: unknown): void
  reject(error: unknown): void
}

export interface CallOptions {
  readonly operation: string
  readonly input: unknown
  readonly command: Extract<ClientMessage, { type: 'call' }>['command']
  readonly actor: Extract<ClientMessage, { type: 'call' }>['actor']
  readonly signal?: AbortSignal | undefined
}

export class Connection {
  readonly #port: MessagePort
  readonly #pending = new Map<number, Pending>()
  readonly #onEvent: (event: ChangeEvent) => void
  #next = 1
  #closed = false

  constructor(port: MessagePort, onEvent: (event: ChangeEvent) => void, onClose: () => void) {
    this.#port = port
    this.#onEvent = onEvent
    port.onmessage = (event) => this.#receive(event.data)
    port.addEventListener('close', () => {
      this.close()
      onClose()
    })
    port.start()
  }

  /**
   * Calls an operation.
   * @throws {MunimentError} the refusal of the vault, `CANCELLED` after an abort, `VAULT_CLOSED` when the port is gone
   */
  call({ signal, ...options }: CallOptions): Promise<unknown> {
    if (this.#closed) return Promise.reject(closed())
    if (signal?.aborted) return Promise.reject(cancelled())
    const call = this.#next++
    return new Promise((resolve, reject) => {
      const abort = () => {
        if (!this.#pending.delete(call)) return
        this.#send({ type: 'cancel', call })
        reject(cancelled())
      }
      const done = () => signal?.removeEventListener('abort', abort)
      this.#pending.set(call, {
        resolve(value) {
          done()
          resolve(value)
        },
        reject(error) {
          done()
          reject(error)
        },
      })
      signal?.addEventListener('abort', abort, { once: true })
      this.#send({ type: 'call', call, ...options })
    })
  }

  /** Asks for change events from a change number on. */
  subscribe(epoch: string | null, since: number): void {
    this.#send({ type: 'subscribe', epoch, since })
  }

  /** Somebody is at the keys: long work in the vault holds back for a moment. */
  attended(): void {
    this.#send({ type: 'attended' })
  }

  /** Closes the port; whatever was under way is refused with `VAULT_CLOSED`. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#port.close()
    for (const pending of this.#pending.values()) pending.reject(closed())
    this.#pending.clear()
  }

  #send(message: ClientMessage): void {
    if (!this.#closed) this.#port.postMessage(message)
  }

  #receive(data: unknown): void {
    // Parsing whole pages would cost more than drawing them: the envelope is checked here, the value by its operation.
    const parsed = ServerMessage.safeParse(data)
    if (!parsed.success) return
    const message = parsed.data
    if (message.type === 'event') {
      this.#onEvent(message.event)
      return
    }
    const pending = this.#pending.get(message.call)
    if (!pending) return
    this.#pending.delete(message.call)
    if (message.type === 'result') pending.resolve(message.value)
    else pending.reject(new MunimentError(message.refusal.code, message.refusal.sentence))
  }
}

function closed(): MunimentError {
  return new MunimentError('VAULT_CLOSED', 'The vault was closed before it answered. What was stored is unchanged.')
}

function cancelled(): MunimentError {
  return new MunimentError('CANCELLED', 'It was cancelled.')
}
