// Finding any of thousands of byte strings in one pass: a pair of bytes with which none begins is passed over at once.

/** Tells whether bytes hold any of its byte strings. @param sought each of at least two bytes */
export function bytesFinder(sought: readonly Uint8Array[]): (bytes: Uint8Array) => boolean {
  const byPair = Map.groupBy(sought, (one) => pairAt(one, 0))
  const begins = new Uint8Array(0x10000)
  for (const pair of byPair.keys()) begins[pair] = 1
  return (bytes) => {
    if (sought.length === 0) return false
    for (let at = 0; at + 1 < bytes.length; at += 1) {
      const pair = pairAt(bytes, at)
      if (begins[pair] === 1 && byPair.get(pair)?.some((one) => startsAt(bytes, at, one))) return true
    }
    return false
  }
}

function pairAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

function startsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  if (at + wanted.length > bytes.length) return false
  for (let nth = 2; nth < wanted.length; nth += 1) if (bytes[at + nth] !== wanted[nth]) return false
  return true
}
