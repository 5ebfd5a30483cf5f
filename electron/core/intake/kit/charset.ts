// Owns in which characters a file's bytes are written.
import { isUtf8 } from 'node:buffer'

/** The charset of a file by its mark, its own declaration, or its bytes. Those that are not a superset of ASCII are read as if they were UTF-8. */
export function charsetOf(head: Buffer): string {
  const start = head.toString('latin1', 0, 2048)
  const declared =
    /<\?xml[^>]*encoding=["']([\w.-]+)["']/i.exec(start)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1]
  if (declared !== undefined && known(declared) && !/^utf-?16/i.test(declared)) return declared.toLowerCase()
  return isUtf8(head.subarray(0, lastWhole(head))) ? 'utf-8' : 'windows-1252'
}

/** Turns bytes of a charset into text; what is no character becomes U+FFFD. */
export function decoderFor(charset: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(charset, { ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}

function known(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

/** The end of the last whole character, as far as UTF-8 is concerned. */
export function lastWhole(head: Buffer): number {
  for (let back = 1; back <= 3 && back <= head.length; back++) {
    const byte = head[head.length - back] ?? 0
    if (byte >= 0xc0) return head.length - back
    if (byte < 0x80) break
  }
  return head.length
}
