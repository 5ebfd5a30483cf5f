// Owns finding what wikitext links to and shows. The wikitext itself stays the record's text.
import type { Link } from '../../../../../shared/domain/record/record.ts'

const OUTER = /\[((?:https?:)?\/\/[^\s\][<>"]{1,2000})(?:[ \t]+([^\]\n]{0,500}))?\]/g
const INNER = /\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,1000}))?\]\]/g
const FILE =
  /^:?(?:file|image|media|datei|bild|fichier|archivo|imagen|ficheiro|bestand|plik|immagine|файл|文件|ファイル)\s*:/i

/** Links out and links to pages, in the order of their kinds; categories and files are no links. */
export function wikiLinks(wikitext: string): readonly Link[] {
  const outer = [...wikitext.matchAll(OUTER)].map(([, target = '', shown]) => ({ shown: shown || target, target }))
  const inner = [...wikitext.matchAll(INNER)].flatMap(([, page = '', label]) =>
    FILE.test(page) ? [] : [{ shown: label || page.trim(), target: page.trim() }],
  )
  return [...outer, ...inner]
}

/** A file that a page shows, and the words beside it that are not about its size or place. */
export interface ShownFile {
  readonly name: string
  readonly alt: string | null
}

/** Files that a page shows: `[[File:Map.png|thumb|alt=A map|Where it is]]`. */
export function shownFiles(wikitext: string): readonly ShownFile[] {
  return [...wikitext.matchAll(INNER)].flatMap(([, page = '', parameters = '']) => {
    if (!FILE.test(page) || page.startsWith(':')) return []
    const alt = /(?:^|\|)\s*alt\s*=\s*([^|]*)/i.exec(parameters)?.[1]?.trim()
    const name = page.slice(page.indexOf(':') + 1).trim()
    return name === '' ? [] : [{ name, alt: alt || null }]
  })
}

/** Where a page sends its readers, written at its beginning; older dumps say it nowhere else. */
export function redirectIn(wikitext: string): string | undefined {
  return /^\s*#\s*\p{L}+\s*:?\s*\[\[([^\]|\n]+)/u.exec(wikitext)?.[1]?.trim()
}
