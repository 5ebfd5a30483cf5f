// Owns what must be known of Flickr's export before it is read: files by the number of their picture, names of people by theirs.
import { looksLikeMedia } from '../../kit/media-finder.ts'
import type { Survey } from '../../kit/peek.ts'
import { objectsOf, textOf } from '../../kit/value.ts'
import { isProfile } from './claim.ts'

export interface FlickrState {
  /** Names of files that carry a picture's number: `lake_10000001_o.jpg`, `10000001_ab12cd34ef_o.jpg`. */
  readonly files: ReadonlyMap<string, readonly string[]>
  /** Screen names by the number of the account (NSID), as far as the export gives them. */
  readonly names: ReadonlyMap<string, string>
}

/** Looks at the names of all files, and at the beginnings of those that name people. */
export function flickrState({ tree, peeks }: Survey): FlickrState {
  const files = new Map<string, string[]>()
  for (const member of tree.set.members) {
    const name = tree.nameOf(member)
    if (!looksLikeMedia(name)) continue
    const base = name.slice(name.lastIndexOf('/') + 1)
    for (const number of new Set(base.match(/\d{4,}/g))) {
      const known = files.get(number)
      if (known === undefined) files.set(number, [name])
      else known.push(name)
    }
  }
  const names = new Map<string, string>()
  for (const { json } of peeks) {
    if (isProfile(json)) names.set(textOf(json.nsid), textOf(json.screen_name) || textOf(json.path_alias))
    for (const { to, to_username: name } of objectsOf(json)) {
      if (textOf(to) !== '' && textOf(name) !== '') names.set(textOf(to), textOf(name))
    }
  }
  return { files, names }
}

/** A person's screen name, else the number that the export gives. */
export function personName({ names }: FlickrState, nsid: unknown): string {
  return names.get(textOf(nsid)) || textOf(nsid)
}
