// What index.html needs to find a record that stands on another page: its number, page, headline and words.
import { headlineOf } from './details.ts'
import { Html } from './html.ts'
import type { Released } from './released.ts'

/** Past so many characters only the beginning of each text is kept, so that the page opens at once. */
const MOST_TEXT = 6_000_000
const BEGINNING = 200

export interface SearchIndex {
  add(released: Released, page: string): void
  /** As JSON that cannot end the element in which it stands, and whether every word of every record is in it. */
  json(): { readonly markup: Html; readonly whole: boolean }
}

/** Begins an index. */
export function searchIndex(): SearchIndex {
  const lines: string[] = []
  let size = 0
  let whole = true
  return {
    add: (released, page) => {
      const { text } = released.newest.version
      const kept = size > MOST_TEXT ? text.slice(0, BEGINNING) : text
      whole = whole && kept.length === text.length
      size += kept.length
      lines.push(JSON.stringify([released.label, page, headlineOf(released), kept]).replace(/</g, '\\u003c'))
    },
    json: () => ({ markup: new Html(`[${lines.join(',\n')}]`), whole }),
  }
}
