// Finding again what was redacted, in every form in which it may stand: accents composed or not, other case, other spaces, hidden marks between, or coded as in an address.
import { fold } from './fold.ts'

export interface Stretch {
  /** In UTF-16 units; the end is not included. */
  readonly from: number
  readonly to: number
}

/** A text made ready once for many searches. */
export interface Searchable {
  readonly plain: string
  /** For each unit of `plain`, where its character begins and ends in the text. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly length: number
}

/** What an address codes (`%C3%A1`), or a character with the marks that stand on it. */
const CODED_OR_CLUSTER = /(?:%[0-9a-fA-F]{2})+|\P{M}\p{M}*|\p{M}+/uy
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu
const WORD = /^[\p{L}\p{N}\p{So}\p{Co}\p{RI}]/u
const SPACED_LETTER = /[\p{L}\p{N}]/u
/** Scripts without spaces: a stretch may begin and end anywhere. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{M}]+$/u
const PERCENT = 0x25

/** Letters and digits as they are folded for the search, everything between words as one space. */
export function searchable(text: string): Searchable {
  const pieces: string[] = []
  // Asking a text that grows for its end would write it anew each time.
  let spaced = false
  const put = (piece: string) => {
    pieces.push(piece)
    spaced = piece === ' '
  }
  const from: number[] = []
  const to: number[] = []
  const add = (shown: string, start: number, end: number) => {
    const folded = fold(shown).toLowerCase().replaceAll(' ', '')
    // A mark that is not seen parts nothing.
    const piece = WORD.test(folded) ? folded : INVISIBLE.test(shown) || spaced ? '' : ' '
    if (piece !== '') put(piece)
    for (let nth = 0; nth < piece.length; nth += 1) {
      from.push(start)
      to.push(end)
    }
    if (piece === '' && to.length > 0 && INVISIBLE.test(shown)) to[to.length - 1] = end
  }
  for (let at = 0; at < text.length; ) {
    if (isPlain(text, at)) {
      const letter = ASCII[text.charCodeAt(at)] ?? ' '
      if (letter !== ' ' || !spaced) {
        put(letter)
        from.push(at)
        to.push(at + 1)
      }
      at += 1
      continue
    }
    CODED_OR_CLUSTER.lastIndex = at
    const cluster = CODED_OR_CLUSTER.exec(text)?.[0] ?? text.slice(at, at + 1)
    const end = at + cluster.length
    const coded = cluster.length > 2 && cluster.startsWith('%')
    const shown = coded ? decoded(cluster) : cluster
    if (shown === null) for (let nth = at; nth < end; nth += 1) add(text.slice(nth, nth + 1), nth, nth + 1)
    else for (const [character] of shown.matchAll(CLUSTER)) add(character, at, end)
    at = end
  }
  return { plain: pieces.join(''), from, to, length: text.length }
}

/** Whether an ASCII character stands alone: no mark follows it, and it begins no code. */
function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 0x80 && code !== PERCENT && !(text.charCodeAt(at + 1) >= 0x80)
}

/** What each ASCII character is folded to. */
const ASCII = Array.from({ length: 0x80 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(letter) ? letter : ' '
})

function decoded(coded: string): string | null {
  try {
    return decodeURIComponent(coded)
  } catch {
    return null
  }
}

/** A phrase as it stands in `plain`; empty where it has no letter, digit or symbol. */
export function plainPhrase(phrase: string): string {
  return searchable(phrase).plain.trim()
}

/**
 * Where a text says a phrase. A word within a longer word is none: "May" does not stand in "Mayor".
 * @param wanted as `plainPhrase` gives it
 * @returns stretches of the text that do not overlap, in order
 */
export function stretchesIn({ plain, from, to, length }: Searchable, wanted: string): Stretch[] {
  const found: Stretch[] = []
  if (wanted === '') return found
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (!isEdge(plain, at) || !isEdge(plain, end)) continue
    found.push({ from: from[at] ?? 0, to: to[end - 1] ?? length })
    at = end - 1
  }
  return found
}

/** Where a text says what a phrase says, in any form. */
export function occurrencesOf(phrase: string, text: string): Stretch[] {
  return stretchesIn(searchable(text), plainPhrase(phrase))
}

/** Whether a phrase is of a script in which a line may end within a word. */
export function isUnspaced(phrase: string): boolean {
  return UNSPACED.test(phrase)
}

/** Whether a word may begin or end at a place. */
function isEdge(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' ']
  const joins = SPACED_LETTER.test(before) && SPACED_LETTER.test(after)
  return !joins || UNSPACED.test(before) || UNSPACED.test(after)
}
