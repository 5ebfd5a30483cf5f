// Owns cutting a file into its lines by bytes.

/** A line without its end. */
export interface Line {
  readonly start: number
  readonly bytes: Buffer
}

const MOST = 64 * 2 ** 20

/** The lines of a file, over any chunks; `\n`, with or without `\r`, ends one. A line above 64 MB is cut there. */
export async function* lines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line, void, undefined> {
  let kept: Buffer[] = []
  let size = 0
  let start = 0
  for await (const chunk of chunks) {
    let from = 0
    for (;;) {
      const end = chunk.indexOf(0x0a, from)
      if (end < 0) break
      const line = withoutReturn(Buffer.concat([...kept, chunk.subarray(from, end)]))
      yield { start, bytes: line }
      start += size + end - from + 1
      kept = []
      size = 0
      from = end + 1
    }
    if (from < chunk.length) {
      kept.push(chunk.subarray(from))
      size += chunk.length - from
    }
    if (size <= MOST) continue
    yield { start, bytes: Buffer.concat(kept) }
    start += size
    kept = []
    size = 0
  }
  if (size > 0) yield { start, bytes: withoutReturn(Buffer.concat(kept)) }
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === 0x0d ? line.subarray(0, -1) : line
}
