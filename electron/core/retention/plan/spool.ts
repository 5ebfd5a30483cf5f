// Lines on their way into a file that is too large for memory.
import { closeSync, openSync, readSync, writeSync } from '../../vault/cipher/fs.ts'

const CHUNK = 1 << 20

/** Takes text piece by piece; once closed, gives it back in chunks, as often as it is asked. */
export interface Spool {
  add(text: string): void
  close(): void
  chunks(): Generator<Uint8Array>
}

/** @param path a file that nobody else uses; made anew */
export function openSpool(path: string): Spool {
  const file = openSync(path, 'w')
  let pending: string[] = []
  let length = 0
  const flush = () => {
    writeWhole(file, Buffer.from(pending.join('')))
    pending = []
    length = 0
  }
  return {
    add: (text) => {
      pending.push(text)
      length += text.length
      if (length >= CHUNK) flush()
    },
    close: () => {
      flush()
      closeSync(file)
    },
    chunks: () => chunksOf(path),
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from)
}

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK)
      const read = readSync(file, chunk)
      if (read === 0) return
      yield chunk.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}
