// Owns the bytes of a file that were handed on and may still be asked for.

export interface ByteWindow {
  add(chunk: Buffer): void
  /** The bytes from `from` to `to`; what lies before `to` is then forgotten. */
  take(from: number, to: number): Buffer
  /** The bytes from `from` to `to`; nothing is forgotten. */
  peek(from: number, to: number): Buffer
  /** Forgets what lies before `place`. */
  forget(place: number): void
}

/** A window over a file read in chunks; places count from its first byte. */
export function byteWindow(): ByteWindow {
  let chunks: { readonly start: number; readonly bytes: Buffer }[] = []
  let end = 0
  const forget = (place: number) => {
    const first = chunks.findIndex(({ start, bytes }) => start + bytes.length > place)
    chunks = first < 0 ? [] : first === 0 ? chunks : chunks.slice(first)
  }
  const peek = (from: number, to: number) => {
    const pieces = chunks.flatMap(({ start, bytes }) => {
      const piece = bytes.subarray(Math.max(0, from - start), Math.max(0, to - start))
      return piece.length > 0 ? [piece] : []
    })
    const [only] = pieces
    return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)
  }
  return {
    add: (bytes) => {
      chunks.push({ start: end, bytes })
      end += bytes.length
    },
    take: (from, to) => {
      const taken = peek(from, to)
      forget(to)
      return taken
    },
    peek,
    forget,
  }
}
