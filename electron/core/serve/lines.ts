// Messages on a socket: one JSON document a line, of limited length.

/** The longest line either side takes, in bytes: a schedule or an order (30 MB) with room for escapes. */
export const LONGEST_LINE = 64 * 1024 * 1024

const NEWLINE = 0x0a

/**
 * Gathers lines from chunks.
 * @param onLine told each line without its end
 * @returns takes the next chunk; throws RangeError when a line is longer than `longest` bytes
 */
export function lineReader(onLine: (line: string) => void, longest = LONGEST_LINE): (chunk: Buffer) => void {
  let waiting: Buffer[] = []
  let length = 0
  return (chunk) => {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      waiting.push(chunk.subarray(from, end))
      length += end - from
      if (length > longest) throw new RangeError('the line is too long')
      const line = Buffer.concat(waiting).toString('utf8')
      waiting = []
      length = 0
      from = end + 1
      onLine(line)
    }
    waiting.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > longest) throw new RangeError('the line is too long')
  }
}

/** A message as a line. */
export function toLine(message: unknown): string {
  return `${JSON.stringify(message)}\n`
}

/** A line as a value; undefined where it is no JSON. */
export function fromLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
