// Finding again what was redacted, in every form in which it may stand: accents composed or not, other case, other spaces, hidden marks between.
import { fold } from './fold.ts'

export interface Stretch {
  /** In UTF-16 units; the end is not included. */
  readonly from: number
  readonly to: number
}

interface Folded {
  readonly text: string
  /** For each unit of `text`, where its character begins and ends in the original. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** A character with the marks that stand on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu
const SPACED_LETTER = /[\p{L}\p{N}]/u
/** Scripts without spaces: a stretch may begin and end anywhere. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/**
 * Where a text says what a phrase says. A word within a longer word is none: "May" does not stand in "Mayor".
 * @returns stretches of `text` that do not overlap, in order; none where the phrase has no letter, digit or symbol
 */
export function occurrencesOf(phrase: string, text: string): Stretch[] {
  const wanted = folded(phrase).text.trim()
  if (wanted === '') return []
  const { text: within, from, to } = folded(text)
  const found: Stretch[] = []
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (!isEdge(within, at) || !isEdge(within, end)) continue
    found.push({ from: from[at] ?? 0, to: to[end - 1] ?? text.length })
    at = end - 1
  }
  return found
}

/** Whether a word may begin or end at a place. */
function isEdge(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' ']
  const joins = SPACED_LETTER.test(before) && SPACED_LETTER.test(after)
  return !joins || UNSPACED.test(before) || UNSPACED.test(after)
}

/** Letters and digits as they are folded for the search, everything between words as one space. */
function folded(original: string): Folded {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const plain = fold(cluster).toLowerCase()
    const words = /^[\p{L}\p{N}\p{So}\p{Co}\p{RI}]/u.test(plain.trim()) ? plain.trim() : isInvisible(cluster) ? '' : ' '
    // Letters that are one word stay one; a mark that is not seen parts nothing.
    const piece = words === ' ' && text.endsWith(' ') ? '' : words
    for (const unit of piece.replaceAll(' ', '') || (piece === ' ' ? ' ' : '')) {
      text += unit
      for (let nth = 0; nth < unit.length; nth += 1) {
        from.push(index)
        to.push(index + cluster.length)
      }
    }
    if (piece === '' && text.length > 0 && words !== ' ') to[to.length - 1] = index + cluster.length
  }
  return { text, from, to }
}

const isInvisible = (cluster: string) => /^[\p{Default_Ignorable_Code_Point}\p{M}]+$/u.test(cluster)
