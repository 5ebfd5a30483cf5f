// Owns turning what stands in a cell into text: nothing is rounded, several values are put together.

/** One value as text. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString().replace(/\.000Z$|Z$/, '')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Values as one text, with commas between several. */
export function joined(values: readonly unknown[]): string {
  return values.map(textOfValue).join(', ')
}

/** Whether a number was shortened before it came here: its last digits are lost, and two different ones may look alike. */
export function isShortened(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value)
  return typeof value === 'string' && /^\d(?:[.,]\d+)?E\+?\d+$/i.test(value.trim())
}

/** A whole number that is not negative, also with thousands apart or as `1.2K`; null where it is none. */
export function countOfValue(value: unknown): number | null {
  const text = textOfValue(value).trim()
  const short = /^(\d+(?:\.\d+)?)\s*([KM])$/i.exec(text)
  if (short !== null) return Math.round(Number(short[1]) * (short[2]?.toUpperCase() === 'M' ? 1e6 : 1e3))
  const plain = text.replace(/(?<=\d)[,\u00a0\u202f ](?=\d{3}(?:\D|$))/g, '').replace(/\.0+$/, '')
  const count = /^\d{1,15}$/.test(plain) ? Number(plain) : Number.NaN
  return Number.isSafeInteger(count) ? count : null
}
