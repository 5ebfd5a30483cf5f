// Owns finding what Sycamore's markup links to and shows. The markup itself stays the record's text.
import type { Link } from '../../../../../shared/domain/record/record.ts'

const LINK =
  /\[(https?:\/\/[^\s\]]+)(?:[ \t]+([^\]\n]*))?\]|\["([^"\n\]]+)"(?:[ \t]+([^\]\n]*))?\]|\[wiki:([^\s\]]+)(?:[ \t]+([^\]\n]*))?\]/g

/** Links out, to pages, and to other wikis. */
export function sycamoreLinks(words: string): readonly Link[] {
  return [...words.matchAll(LINK)].map(([, address, shown, page, name, wiki, label]) => {
    const target = address ?? page ?? `wiki:${wiki ?? ''}`
    return { shown: (shown ?? name ?? label ?? '').replace(/^"(.*)"$/, '$1') || target, target }
  })
}

/** Names of files that a page shows: `[[Image(logo.gif, right)]]`, `[[File(minutes.pdf)]]`. */
export function embeddedIn(words: string): readonly string[] {
  return [...words.matchAll(/\[\[(?:Image|File|Thumbnail)\("?([^",)\]\n]+)/gi)].map(([, name = '']) => name.trim())
}
