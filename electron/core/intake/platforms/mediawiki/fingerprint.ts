// Owns checking what a dump holds against the SHA-1 that it gives for it.
import { createHash } from 'node:crypto'

/** How many digits a SHA-1 has in base 36, as wikis write it. */
const DIGITS = 31

/**
 * Whether bytes have the SHA-1 that a dump says, in base 36 (31 digits, formats.md §11) or in base 16; null where it says none that can be
 * compared.
 */
export function hasSha1(bytes: string | Uint8Array, said: string): boolean | null {
  const plain = said.trim().toLowerCase()
  const hex = createHash('sha1').update(bytes).digest('hex')
  if (/^[0-9a-f]{40}$/.test(plain)) return plain === hex
  if (!/^[0-9a-z]{25,31}$/.test(plain)) return null
  return plain.padStart(DIGITS, '0') === BigInt(`0x${hex}`).toString(36).padStart(DIGITS, '0')
}
