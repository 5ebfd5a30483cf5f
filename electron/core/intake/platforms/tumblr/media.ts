// Owns joining media to posts: files of an export begin with their post's number (`123.jpg`, `123_0.gif`).
import type { MediaDraft } from '../../draft.ts'
import type { MediaFinder, NamedFile } from '../../kit/media-finder.ts'

const byNumber = new Intl.Collator('en', { numeric: true })

/**
 * The files of a post by its number; the addresses that the post gives where the export holds none of its files, and those beyond.
 * What a page of an export names may be another post's file (a known fault of Tumblr's): the number is believed.
 */
export function mediaOf(number: string | null, named: readonly NamedFile[], media: MediaFinder): readonly MediaDraft[] {
  const own = number === null ? [] : [...media.startingWith(`${number}.`), ...media.startingWith(`${number}_`)]
  own.sort((one, other) => byNumber.compare(one.replace(/\.\w+$/, ''), other.replace(/\.\w+$/, '')))
  const held = own.map((uri, place) => media.file({ uri, alt: named[place]?.alt ?? null }))
  return [...held, ...named.slice(own.length).map((one) => media.file(one))]
}
