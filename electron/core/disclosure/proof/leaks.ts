// Searching what is about to leave the building for what was redacted, in every form in which it may stand.
import { isUnspaced, plainPhrase, searchable } from '../../../../shared/text/occurrences.ts'
import { phraseFinder } from '../../../../shared/text/phrases.ts'
import { withoutMarks } from '../../../../shared/text/redact.ts'
import { bytesFinder } from './bytes-finder.ts'

export interface Leak {
  readonly file: string
  readonly layer: string
}

/** What was searched, without the words that were searched for. */
export interface Searched {
  readonly layer: string
  readonly texts: number
  readonly characters: number
}

export interface LeakSearch {
  /** Searches a text that was read back from a layer of a file. */
  text(file: string, layer: string, text: string): void
  /** Searches bytes as they are, in UTF-8 and UTF-16. */
  bytes(file: string, layer: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
  readonly leaks: readonly Leak[]
  searched(): Searched[]
}

/** Shorter words stand in the bytes of any picture by chance. */
const LEAST_BYTES = 6
const MOST_LEAKS = 50

/**
 * A search for words; an empty list searches for nothing, and says so.
 * @param grounds so many have a number, which stands in the marks of what was taken out and is nobody's word
 */
export function leakSearch(words: readonly string[], grounds = 0): LeakSearch {
  const leaks: Leak[] = []
  const spaced = phraseFinder(words.map(plainPhrase))
  const broken = words.filter(isUnspaced).map(plainPhrase)
  const unspaced = phraseFinder(broken)
  // What was taken out may itself say "[redacted 1]", as a quoted packet does: that is looked for where marks stand, too.
  const marked = phraseFinder(words.filter((one) => /redacted/i.test(one)).map(plainPhrase))
  const layers = new Map<string, { texts: number; characters: number }>()
  const forms = words.flatMap((one) =>
    (['utf8', 'utf16le'] as const).map((form) => Buffer.from(one, form)).filter(({ length }) => length >= LEAST_BYTES),
  )
  const overlap = Math.max(0, ...forms.map(({ length }) => length)) - 1
  const anyIn = bytesFinder(forms)

  const count = (layer: string, characters: number, texts = 1) => {
    const known = layers.get(layer) ?? { texts: 0, characters: 0 }
    layers.set(layer, { texts: known.texts + texts, characters: known.characters + characters })
  }
  const found = (file: string, layer: string) => {
    const known = leaks.some((leak) => leak.file === file && leak.layer === layer)
    if (!known && leaks.length < MOST_LEAKS) leaks.push({ file, layer })
  }

  return {
    text: (file, layer, written) => {
      count(layer, written.length)
      const text = withoutMarks(written, grounds)
      const says = (one: string, find: typeof spaced) => find(searchable(one)).size > 0
      // A line may end within a word of a script without spaces.
      if (
        says(text, spaced) ||
        says(written, marked) ||
        (broken.length > 0 && says(text.replace(/\s+/g, ''), unspaced))
      )
        found(file, layer)
    },
    async *bytes(file, layer, chunks) {
      let before = Buffer.alloc(0)
      count(layer, 0)
      for await (const chunk of chunks) {
        const joined = Buffer.concat([before, chunk])
        if (anyIn(joined)) found(file, layer)
        count(layer, chunk.length, 0)
        before = joined.subarray(Math.max(0, joined.length - Math.max(0, overlap)))
        yield chunk
      }
    },
    leaks,
    searched: () => [...layers].map(([layer, one]) => ({ layer, ...one })),
  }
}
