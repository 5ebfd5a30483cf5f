// SHA-256 of a file, read in pieces.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Throws what the system says, and the signal's reason. */
export async function fileDigestOf(path: string, signal: AbortSignal): Promise<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk)
  return hash.digest()
}
