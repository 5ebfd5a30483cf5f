// The one form of HTTP range that media players ask for.

/** Bytes `start` to `start + length` of something; `length` may be 0 only for the whole of nothing. */
export interface ByteRange {
  readonly start: number
  readonly length: number
}

/**
 * Reads a Range header (RFC 9110 §14) against the size of what is asked for.
 *
 * @returns the range; null when the header is absent, or in a form that may be ignored (then the whole is sent); `unsatisfiable` when
 * no byte of it exists
 */
export function parseRange(header: string | null, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  const [first, last] = [match?.[1] ?? '', match?.[2] ?? '']
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, length }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= size) return 'unsatisfiable'
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return { start, length: end - start + 1 }
}
