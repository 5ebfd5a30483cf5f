// Owns lines among the bytes of a file: counting them, and finding the end of one.

const LF = 10
const CR = 13

/** Line ends among bytes: CR LF and LF, or CR alone where there is no other. */
export function linesIn(bytes: Buffer): number {
  const end = bytes.includes(LF) ? LF : CR
  let count = 0
  for (let at = bytes.indexOf(end); at >= 0; at = bytes.indexOf(end, at + 1)) count += 1
  return count
}

/** Empty lines in front of the first that is not. */
export function leadingLines(bytes: Buffer): number {
  let first = 0
  while (bytes[first] === LF || bytes[first] === CR) first += 1
  return first === 0 ? 0 : linesIn(bytes.subarray(0, first))
}

/** A file's chunks from a place on. */
export async function* chunksFrom(
  chunks: AsyncIterable<Buffer>,
  offset: number,
): AsyncGenerator<Buffer, void, undefined> {
  let before = offset
  for await (const chunk of chunks) {
    if (before < chunk.length) yield before > 0 ? chunk.subarray(before) : chunk
    before = Math.max(0, before - chunk.length)
  }
}

/** The first line that is not empty, with its end and the empty ones before it; cut after `most` bytes. */
export async function brokenLine(chunks: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  let bytes: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    bytes = Buffer.concat([bytes, chunk])
    let first = 0
    while (bytes[first] === LF || bytes[first] === CR) first += 1
    const end = bytes.indexOf(bytes.includes(LF) ? LF : CR, first)
    if (end >= 0) return bytes.subarray(0, end + 1)
    if (bytes.length >= most) break
  }
  return bytes
}
