// Owns what must be known of SoundCloud's export before it is read: files by the number of their track.
import type { MediaDraft } from '../../draft.ts'
import { looksLikeMedia, type MediaFinder } from '../../kit/media-finder.ts'
import type { Survey } from '../../kit/peek.ts'

export interface SoundCloudState {
  /** Names of files that carry a number: `244374452-graphistania-talk.mp3`. */
  readonly files: ReadonlyMap<string, readonly string[]>
}

/** Looks at the names of all files. */
export function soundCloudState({ tree }: Survey): SoundCloudState {
  const files = new Map<string, string[]>()
  for (const member of tree.set.members) {
    const name = tree.nameOf(member)
    if (!looksLikeMedia(name)) continue
    for (const number of new Set(name.slice(name.lastIndexOf('/') + 1).match(/\d{4,}/g))) {
      files.set(number, [...(files.get(number) ?? []), name])
    }
  }
  return { files }
}

/** The files of a track: by its number, else by the name that its address ends in. */
export function filesOf(
  id: string | null,
  permalink: string,
  { files }: SoundCloudState,
  media: MediaFinder,
): readonly MediaDraft[] {
  const own = id === null ? [] : (files.get(id) ?? [])
  const named = own.length > 0 || permalink === '' ? own : media.startingWith(`${permalink}.`)
  return named.map((uri) => media.file({ uri, alt: null }))
}

/** What makes a version of a track, in feeds and in the interface alike. A feed writes “title by name” where the track has no words. */
export function trackContent(said: {
  readonly title: string
  readonly words: string
  readonly author: string
}): unknown {
  const { title, words, author } = said
  return { title, words: words.trim() === `${title} by ${author}` ? '' : words.trim() }
}
