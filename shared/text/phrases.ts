// Finding which of many phrases a text says, in one pass over it: a packet is searched for thousands at once.
import { isEdge, type Searchable, type Stretch } from './occurrences.ts'

/** Phrases are known by so many of their first letters, or all they have. */
const BEGINNING = 4
const SPACE = 0x20

/** Tells which of its phrases a text says, by their places in the list, and where in the text's `plain` each stands first. */
export type PhraseFinder = (within: Pick<Searchable, 'plain'>) => ReadonlyMap<number, number>

/**
 * Makes ready for many searches. What is found is what `stretchesIn` finds first for each phrase.
 * @param phrases as `plainPhrase` gives them; an empty one is nowhere
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const wanted = [...phrases.entries()].filter(([, phrase]) => phrase !== '')
  const byBeginning = Map.groupBy(wanted, ([, phrase]) => phrase.slice(0, BEGINNING))
  const lengths = [...new Set([...byBeginning.keys()].map(({ length }) => length))]
  return ({ plain }) => {
    const found = new Map<number, number>()
    if (wanted.length === 0) return found
    for (let at = 0; at < plain.length; at += 1) {
      if (!mayBegin(plain, at)) continue
      for (const length of lengths) {
        for (const [place, phrase] of byBeginning.get(plain.slice(at, at + length)) ?? []) {
          if (found.has(place) || !plain.startsWith(phrase, at) || !isEdge(plain, at + phrase.length)) continue
          found.set(place, at)
        }
      }
    }
    return found
  }
}

/** Whether a phrase may begin at a place: cheaply for ASCII, where words begin behind spaces alone. */
function mayBegin(plain: string, at: number): boolean {
  const code = plain.charCodeAt(at)
  if (code === SPACE) return false
  const before = at === 0 ? SPACE : plain.charCodeAt(at - 1)
  return before === SPACE || ((code >= 0x80 || before >= 0x80) && isEdge(plain, at))
}

/** Where a phrase stands in the text itself. @param at as a `PhraseFinder` gives it */
export function stretchAt({ from, to, length }: Searchable, at: number, phrase: string): Stretch {
  return { from: from[at] ?? 0, to: to[at + phrase.length - 1] ?? length }
}
