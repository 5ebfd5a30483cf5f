// From pdfkit's many small pieces to few large writes, with the backpressure of the receiving stream.

import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

const BLOCK = 64 * 1024

/** Takes what pdfkit puts out, at once and past the buffer of its readable side, which empties only when the process is idle. */
export class Sink {
  readonly #out: Writable
  #pieces: Uint8Array[] = []
  #size = 0
  #ended = false
  #failure: Error | undefined

  /** @param source the document; @param out is ended by `finish` and not before */
  constructor(source: Readable, out: Writable) {
    this.#out = out
    out.on('error', (error: Error) => {
      this.#failure = error
    })
    const begun: unknown = source.read()
    if (begun instanceof Uint8Array) this.#take(begun)
    source.push = (piece: unknown) => {
      if (piece instanceof Uint8Array) this.#take(piece)
      else this.#ended = true
      return true
    }
  }

  /** Resolves when the receiving stream has room. Throws its error where it failed. */
  async ready(): Promise<void> {
    if (this.#failure) throw this.#failure
    if (!this.#out.writableNeedDrain) return
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error) => {
        this.#out.off('drain', settle).off('error', settle).off('close', settle)
        if (error instanceof Error) reject(error)
        else resolve()
      }
      this.#out.on('drain', settle).on('error', settle).on('close', settle)
    })
    if (this.#failure) throw this.#failure
  }

  /** Passes on the rest, ends the receiving stream and waits until it has taken everything. Throws its error, and where the document is not complete. */
  async finish(): Promise<void> {
    if (!this.#ended) throw new Error('The document has objects that were begun and not written.')
    if (this.#failure) throw this.#failure
    this.#pass()
    const done = finished(this.#out, { readable: false })
    this.#out.end()
    await done
  }

  #take(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#size += piece.length
    if (this.#size >= BLOCK) this.#pass()
  }

  #pass(): void {
    if (this.#size === 0 || this.#failure || this.#out.destroyed) return
    this.#out.write(Buffer.concat(this.#pieces, this.#size))
    this.#pieces = []
    this.#size = 0
  }
}
