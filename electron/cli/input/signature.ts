// A signature in a file.
import { readBytes } from './file.ts'

/** An Ed25519 signature (RFC 8032). */
const SIGNATURE_BYTES = 64

/** The signature in base64; the file holds its 64 bytes as they are, or base64. */
export function readSignature(folder: string, file: string): string {
  const bytes = readBytes(folder, file)
  return bytes.length === SIGNATURE_BYTES ? bytes.toString('base64') : bytes.toString('utf8').trim()
}
