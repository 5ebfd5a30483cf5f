// Owns parsing JSON without losing digits: whole numbers that a double cannot hold become texts (formats.md §0.7).

/** Sixteen digits or more that may be a number. */
const LONG = /[:[,\s]-?\d{16,}/

/**
 * Parses JSON; whole numbers beyond 2^53 arrive as the text that stands there.
 * @throws SyntaxError
 */
export function parseLossless(text: string): unknown {
  if (!LONG.test(text) && !/^-?\d{16,}/.test(text)) return JSON.parse(text)
  return JSON.parse(text, (_key: string, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
    const source = context?.source ?? ''
    return /^-?\d+$/.test(source) ? source : value
  })
}
