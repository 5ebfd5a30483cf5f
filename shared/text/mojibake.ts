// Owns the repair of doubly encoded text: Meta's exports write each UTF-8 byte as a character of its own (formats.md
// §1).

const BEYOND_LATIN1 = /[\u0100-\uffff]/
const BYTE = /[\x80-\xff%]/g

/**
 * Decodes a string whose characters are UTF-8 bytes. Apply once to each string, object keys included, after JSON.parse.
 *
 * @param text a string as parsed
 * @returns the decoded text; the same string where a character is above U+00FF or the bytes are not valid UTF-8
 */
export function repairMojibake(text: string): string {
  if (BEYOND_LATIN1.test(text)) return text
  const escaped = text.replace(BYTE, (byte) => `%${byte.charCodeAt(0).toString(16)}`)
  if (escaped === text) return text
  try {
    return decodeURIComponent(escaped)
  } catch {
    return text
  }
}
