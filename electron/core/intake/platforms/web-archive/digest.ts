// Owns digests as web archives write them: an algorithm's name, then base 32 or hexadecimal.
import { createHash, type Hash } from 'node:crypto'
import { base32 } from 'multiformats/bases/base32'

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
  md5: 'md5',
}

/** A hasher of the kind that a labelled digest names; null where it names none that is known. */
export function hasherFor(labelled: string): Hash | null {
  const algorithm = ALGORITHMS[labelled.slice(0, Math.max(0, labelled.indexOf(':'))).toLowerCase()]
  return algorithm === undefined ? null : createHash(algorithm)
}

/** Whether a labelled digest (`sha1:QSK…`, `sha256:9f86…`) is this one; capitals and padding do not count. */
export function agreement(labelled: string, digest: Uint8Array): boolean {
  const value = labelled
    .slice(labelled.indexOf(':') + 1)
    .trim()
    .toLowerCase()
    .replace(/=+$/, '')
  return value === Buffer.from(digest).toString('hex') || value === base32.encode(digest).slice(1)
}
