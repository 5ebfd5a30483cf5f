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
  const plain = plainOf(text)
  // Few texts say what is sought: where a letter stood is worked out for those alone.
  let known: Places | undefined
  const places = () => (known ??= placesOf(text))
  return {
    plain,
    length: text.length,
    get from() {
      return places().from
    },
    get to() {
      return places().to
    },
  }
}

interface Places {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** ASCII but the percent sign. */
const ASCII_RUN = /[\0-$&-\x7f]+/y

function plainOf(text: string): string {
  let plain = ''
  let spaced = false
  const put = (piece: string) => {
    const rest = spaced && piece.startsWith(' ') ? piece.slice(1) : piece
    plain += rest
    if (rest !== '') spaced = rest.endsWith(' ')
  }
  for (let at = 0; at < text.length; ) {
    const end = endOfRun(text, at)
    if (end > at) {
      put(
        text
          .slice(at, end)
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, ' '),
      )
      at = end
      continue
    }
    const { shown, length } = clusterAt(text, at)
    for (const one of shown) put(foldedCluster(one, spaced))
    at += length
  }
  return plain
}

/** Where a run ends of ASCII characters that each stand alone: no mark follows the last. */
function endOfRun(text: string, at: number): number {
  ASCII_RUN.lastIndex = at
  const length = ASCII_RUN.exec(text)?.[0].length ?? 0
  return text.charCodeAt(at + length) >= 0x80 ? at + length - 1 : at + length
}

function placesOf(text: string): Places {
  const from: number[] = []
  const to: number[] = []
  let spaced = false
  const put = (length: number, start: number, end: number, isSpace: boolean) => {
    for (let nth = 0; nth < length; nth += 1) {
      from.push(start)
      to.push(end)
    }
    if (length > 0) spaced = isSpace
  }
  for (let at = 0; at < text.length; ) {
    if (isPlain(text, at)) {
      const isSpace = ASCII[text.charCodeAt(at)] === ' '
      if (!isSpace || !spaced) put(1, at, at + 1, isSpace)
      at += 1
      continue
    }
    const { shown, length, apart } = clusterAt(text, at)
    for (const [nth, one] of shown.entries()) {
      const [start, end] = apart ? [at + nth, at + nth + 1] : [at, at + length]
      const piece = foldedCluster(one, spaced)
      put(piece.length, start, end, piece === ' ')
      if (piece === '' && to.length > 0 && INVISIBLE.test(one)) to[to.length - 1] = end
    }
    at += length
  }
  return { from, to }
}

/** What stands at a place: a character with its marks, or those that an address codes; `apart`: each is one unit of the text. */
function clusterAt(
  text: string,
  at: number,
): { readonly shown: readonly string[]; readonly length: number; readonly apart: boolean } {
  CODED_OR_CLUSTER.lastIndex = at
  const cluster = CODED_OR_CLUSTER.exec(text)?.[0] ?? text.slice(at, at + 1)
  const { length } = cluster
  if (length <= 2 || !cluster.startsWith('%')) {
    return { shown: cluster.match(CLUSTER) ?? [], length, apart: false }
  }
  const shown = decoded(cluster)
  return shown === null
    ? { shown: cluster.split(''), length, apart: true }
    : { shown: shown.match(CLUSTER) ?? [], length, apart: false }
}

/** What a character with its marks is folded to: its letters, nothing where it is not seen and parts nothing, null where it parts words. */
function foldedAlone(shown: string): string | null {
  const folded = fold(shown).toLowerCase().replaceAll(' ', '')
  if (WORD.test(folded)) return folded
  return INVISIBLE.test(shown) ? '' : null
}

/** The same characters come again and again. */
const foldedBefore = new Map<string, string | null>()
const MOST_KEPT = 4096

function foldedCluster(shown: string, spaced: boolean): string {
  let folded = foldedBefore.get(shown)
  if (folded === undefined) {
    folded = foldedAlone(shown)
    if (foldedBefore.size < MOST_KEPT && shown.length <= 2) foldedBefore.set(shown, folded)
  }
  return folded ?? (spaced ? '' : ' ')
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

/** Whether a text says a phrase: as {@link stretchesIn}, for many texts. @param plain of a `Searchable` */
export function isSaid(plain: string, wanted: string): boolean {
  if (wanted === '') return false
  for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1))
    if (isEdge(plain, at) && isEdge(plain, at + wanted.length)) return true
  return false
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
export function isEdge(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' ']
  const joins = SPACED_LETTER.test(before) && SPACED_LETTER.test(after)
  return !joins || UNSPACED.test(before) || UNSPACED.test(after)
}
