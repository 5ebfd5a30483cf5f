// Owns Flickr's texts, which are HTML with its marks escaped: read once, as a reader would see them.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { decodeEntities } from '../../kit/entities.ts'
import { blockText, linksIn, parseFragment } from '../../kit/markup.ts'
import { textOf } from '../../kit/value.ts'

/** A text of one line: a title, a tag. */
export function lineOf(value: unknown): string {
  return decodeEntities(textOf(value), false)
}

/** A text with links and line breaks. */
export function wordsOf(value: unknown): { readonly text: string; readonly links: readonly Link[] } {
  const html = textOf(value)
  if (!html.includes('<')) return { text: decodeEntities(html, false), links: [] }
  // Lines are broken with `br` or as they stand.
  const document = parseFragment(html.replace(/\r?\n/g, '<br>'))
  return { text: blockText(document), links: linksIn(document) }
}
