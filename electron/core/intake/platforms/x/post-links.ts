// Owns the links of a post: as they were shown, and where they lead.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { isObject, textOf } from '../../kit/value.ts'
import type { FoundNote } from './note-index.ts'

const NONE: readonly never[] = []

/** A link of a post; all three are as the export has them. */
export interface PostUrl {
  readonly short: string
  readonly target: string
  readonly shown: string
}

/** The links of a post’s entities. */
export function urlsOf(value: unknown): readonly PostUrl[] {
  if (!Array.isArray(value) || value.length === 0) return NONE
  const urls: PostUrl[] = []
  for (const url of value) {
    if (!isObject(url)) continue
    const short = textOf(url.url)
    urls.push({ short, target: textOf(url.expanded_url) || short, shown: textOf(url.display_url) || short })
  }
  return urls
}

/** Links as a record has them. */
export function links(urls: readonly PostUrl[]): readonly Link[] {
  return urls.length === 0 ? NONE : urls.map(({ shown, target }) => ({ shown, target }))
}

/** The note has the links of the whole text; what only the post has comes after. */
export function allLinks(urls: readonly PostUrl[], { note }: FoundNote): readonly Link[] {
  const targets = new Set(note.links.map(({ target }) => target))
  return [...note.links, ...links(urls.filter(({ target }) => !targets.has(target)))]
}
