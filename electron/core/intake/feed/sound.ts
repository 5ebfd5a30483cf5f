// Owns the sounds and films that items name, and finding them among the files of the package.
import type { Element } from 'domhandler'
import type { MediaDraft } from '../draft.ts'
import { children } from '../kit/markup.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { attribute } from './names.ts'

/** A sound, film or picture by its address; `length` is what the feed says, which may be wrong. */
export interface Enclosure {
  readonly url: string
  readonly type: string | undefined
  readonly length: string | undefined
}

/** Every enclosure of an item, by RSS, Atom, Media RSS and Podcasting 2.0, each address once. */
export function enclosuresOf(item: Element): readonly Enclosure[] {
  const group = children(item, 'media:group')
  const contents = [item, ...group].flatMap((one) => children(one, 'media:content'))
  const found = [
    ...children(item, 'enclosure').map((one) => enclosureOf(one, 'url', 'length')),
    ...children(item, 'atom:link')
      .filter((one) => attribute(one, 'rel') === 'enclosure')
      .map((one) => enclosureOf(one, 'href', 'length')),
    ...contents.map((one) => enclosureOf(one, 'url', 'filesize')),
  ]
  const seen = new Set<string>()
  return found.filter(({ url }) => url !== '' && !seen.has(url) && seen.add(url))
}

function enclosureOf(element: Element, address: string, size: string): Enclosure {
  return {
    url: attribute(element, address),
    type: attribute(element, 'type') || (attribute(element, 'medium') === 'image' ? 'image/*' : undefined),
    length: attribute(element, size) || undefined,
  }
}

/** Whether an enclosure is no picture. */
export function isSound({ type = '', url }: Enclosure): boolean {
  return !type.startsWith('image/') && !(type === '' && /\.(?:jpe?g|png|gif|webp)(?:[?#]|$)/i.test(url))
}

/** The file of the package that an address names, by its last steps; null where there is none, or where it cannot be told which. */
export function fileOf(url: string, media: MediaFinder): MediaDraft | null {
  const path = url.replace(/^[a-z][\w+.-]*:\/+/i, '').replace(/[?#].*$/s, '')
  for (const one of new Set([path, decoded(path)])) {
    const known = media.called(one.slice(one.lastIndexOf('/') + 1))
    if (known.length === 0) continue
    const draft = media.file({ uri: one, alt: null })
    if (known.some((name) => draft.names.includes(name))) return draft
  }
  return null
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** An address without what changes while it stays the same: scheme, query. */
export function steady(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/[?#].*$/s, '')
}
