// Owns reading a file line by line, with the place of each line.

export interface Line {
  /** Bytes from the beginning of the file, unpacked where it is packed. */
  readonly start: number
  readonly bytes: Buffer
}

/** No list has longer lines than this, in bytes; the rest of one that is longer is passed over. */
const LONGEST = 8 << 20

/** The lines of a file that are not empty, without their ends. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let held: Uint8Array[] = []
  let size = 0
  let start = 0
  const take = (): Line | null => {
    const bytes = Buffer.concat(held)
    held = []
    const line = bytes.toString('latin1').trim() === '' ? null : { start, bytes }
    start += size
    size = 0
    return line
  }
  const add = (piece: Uint8Array) => {
    size += piece.length
    if (size <= LONGEST) held.push(piece)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, at))
      from = at + 1
      const line = take()
      start += 1
      if (line !== null) yield line
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  const last = take()
  if (last !== null) yield last
}
