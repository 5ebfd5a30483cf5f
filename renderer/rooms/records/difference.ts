// What changed between two texts, by words.

export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const words = new Intl.Segmenter('und', { granularity: 'word' })
// The table below is words × words: beyond this the middle is given as taken out and added whole.
const MOST = 1200

/**
 * The changes that lead from one text to another, in order; joined without `removed` they are `after`, without `added` `before`.
 */
export function difference(before: string, after: string): Change[] {
  const a = cut(before)
  const b = cut(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return join([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: end === 0 ? '' : a.slice(-end).join('') },
  ])
}

function cut(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment)
}

function between(a: string[], b: string[]): Change[] {
  if (a.length > MOST || b.length > MOST) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  }
  const width = b.length + 1
  // Lengths of the longest common part of what is left from each pair of places on.
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const changes: Change[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: 'same', text: a[i] ?? '' })
      i++
      j++
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'removed', text: a[i++] ?? '' })
    } else changes.push({ kind: 'added', text: b[j++] ?? '' })
  }
  return changes
}

function join(changes: readonly Change[]): Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    if (change.text === '') continue
    if (last?.kind === change.kind) joined[joined.length - 1] = { kind: last.kind, text: last.text + change.text }
    else joined.push(change)
  }
  return joined
}
