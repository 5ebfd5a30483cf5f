// Which entries of the palette answer to the words typed, the best first.

export interface Ranked {
  readonly id: string
  readonly label: string
  readonly detail?: string
}

/**
 * The entries that hold every word, by how well: the label itself, its beginning, beginnings of its words, anything in it, anything
 * in the detail. Of equals the more recent one comes first, then the one given first. Without words: the recent ones, then all.
 * @param recent ids, the latest first
 */
export function rank<Entry extends Ranked>(
  entries: readonly Entry[],
  words: string,
  recent: readonly string[],
): readonly Entry[] {
  const wanted = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '')
  const places = new Map(recent.map((id, place) => [id, place]))
  return entries
    .map((entry, order) => ({ entry, score: score(entry, wanted), place: places.get(entry.id) ?? Infinity, order }))
    .filter(({ score: found }) => found < NONE)
    .toSorted((one, other) => one.score - other.score || compare(one.place, other.place) || one.order - other.order)
    .map(({ entry }) => entry)
}

const NONE = 9

function score({ label, detail = '' }: Ranked, wanted: readonly string[]): number {
  if (wanted.length === 0) return 0
  const name = fold(label)
  const all = wanted.join(' ')
  if (name === all) return 0
  if (name.startsWith(all)) return 1
  const starts = name.split(/[^\p{L}\p{N}]+/u)
  if (wanted.every((word) => starts.some((start) => start.startsWith(word)))) return 2
  if (wanted.every((word) => name.includes(word))) return 3
  const whole = `${name} ${fold(detail)}`
  return wanted.every((word) => whole.includes(word)) ? 4 : NONE
}

// Two that were never used are equal: the difference of two infinities is no number.
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
