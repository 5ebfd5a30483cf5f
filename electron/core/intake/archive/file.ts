// Owns reading a file at a position, and the words for a file that cannot be read.
import type { FileHandle } from '../../vault/cipher/fs-promises.ts'

/** Reads `length` bytes at `position`; fewer only where the file ends. Throws what the system says. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  // A ZIP may state positions that no file has.
  if (!Number.isSafeInteger(position + length)) return Buffer.alloc(0)
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) return bytes.subarray(0, filled)
    filled += bytesRead
  }
  return bytes
}

/** What a system error means, for the middle of a sentence; null where the error is not one of the system's. */
export function systemReason(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null
  if (error.code === 'ENOENT') return 'it is not there'
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'this user may not read it'
  if (error.code === 'ELOOP') return 'it has become a link to another file'
  return `the system says ${String(error.code)}`
}
