// Digests bytes on their way from one stream to another.
import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

export interface Digesting {
  /** Passes everything on as it is. */
  readonly through: Transform
  /** SHA-256 and size of what went through; to be asked once, at the end. */
  done(): { readonly digest: Buffer; readonly size: number }
}

/** For one pipeline. */
export function digesting(): Digesting {
  const hash = createHash('sha256')
  let size = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      size += chunk.length
      next(null, chunk)
    },
  })
  return { through, done: () => ({ digest: hash.digest(), size }) }
}
