// Owns taking known secrets out of content that lies in a file because it is too large for memory.
import { type FileHandle, open } from '../vault/cipher/fs-promises.ts'

const AT_ONCE = 1 << 20

/**
 * Overwrites every known secret in a file with asterisks, in place; the length stays, so that places in the content do.
 * @param secrets from `secretsIn`
 */
export async function stripFile(path: string, secrets: readonly string[]): Promise<void> {
  if (secrets.length === 0) return
  const sought = secrets.map((secret) => Buffer.from(secret))
  // A secret may lie across two reads: each begins that much before the end of the last.
  const overlap = Math.max(...sought.map(({ length }) => length)) - 1
  const file = await open(path, 'r+')
  try {
    const buffer = Buffer.alloc(AT_ONCE + overlap)
    for (let at = 0; ; at += AT_ONCE) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) return
      await blankIn(file, buffer.subarray(0, bytesRead), at, sought)
    }
  } finally {
    await file.close()
  }
}

async function blankIn(file: FileHandle, read: Buffer, from: number, sought: readonly Buffer[]): Promise<void> {
  for (const secret of sought) {
    const stars = Buffer.alloc(secret.length, '*')
    for (let at = read.indexOf(secret); at >= 0; at = read.indexOf(secret, at + secret.length)) {
      await file.write(stars, 0, stars.length, from + at)
      stars.copy(read, at)
    }
  }
}
