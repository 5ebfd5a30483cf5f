// Owns finding the files that records name: by path, by the end of a path, by name, by the beginning of a name.
import type { MediaRole } from '../../../../shared/domain/record/record.ts'
import type { MediaDraft } from '../draft.ts'

/** What to look a file up by. */
export interface NamedFile {
  /** As the export writes it: a path, a file name, or an address on the web. */
  readonly uri: string
  readonly alt?: string | null
  /** Taken from the name's ending where left out. */
  readonly role?: MediaRole
}

export interface MediaFinder {
  /** The file as a draft. One that the export does not hold is kept by name, and said to be missing. */
  file(named: NamedFile): MediaDraft
  /** All files whose base name begins so, in order of their names. */
  startingWith(prefix: string): readonly string[]
  /** All files with this base name, in order. */
  called(base: string): readonly string[]
}

const DATA = /\.(?:json|jsonl|ndjson|csv|tsv|xml|html?|js|css|md)$/i
const FOLDERS =
  /(?:^|\/)(?:[a-z_]*media|files|photos|videos|audio|gifs|attachments|stickers(?:_used)?|memories|images?)\//i
const MEDIA =
  /\.(?:jpe?g|png|gif|webp|heic|avif|bmp|tiff?|mp4|m4v|mov|avi|mkv|webm|3gp|mp3|m4a|aac|ogg|opus|wav|flac|pdf|docx?|xlsx?|pptx?)$/i

/** Whether a file that no platform claims is media, by its name: pictures, films, sound, and attachments in folders for them. */
export function looksLikeMedia(name: string): boolean {
  return MEDIA.test(name) || (FOLDERS.test(name) && !DATA.test(name))
}

/** What kind of medium a file's name says it is. */
export function mediaRole(name: string): MediaRole {
  const path = name.replace(/[?#].*$/s, '')
  if (/\.gif$/i.test(path)) return 'animation'
  if (/\.(?:jpe?g|png|webp|heic|avif|bmp|tiff?)$/i.test(path)) return 'photo'
  if (/\.(?:mp4|m4v|mov|webm|avi|mkv|3gp)$/i.test(path)) return 'video'
  return /\.(?:mp3|m4a|aac|ogg|opus|wav|flac)$/i.test(path) ? 'audio' : 'file'
}

/** Finds files among the names of an export's media. */
export function mediaFinder(names: ReadonlySet<string>): MediaFinder {
  const byBase = Map.groupBy([...names].sort(), baseOf)
  const bases = [...byBase.keys()].sort()
  const find = (uri: string): string | null => {
    const path = pathOf(uri)
    if (names.has(path)) return path
    const alike = byBase.get(baseOf(path)) ?? []
    return alike.find((name) => name.endsWith(`/${path}`)) ?? longestEnd(alike, path)
  }
  return {
    file: ({ uri, alt = null, role }) => {
      const name = find(uri)
      return { role: role ?? mediaRole(name ?? uri), names: [name ?? uri], directory: '', alt }
    },
    startingWith: (prefix) => {
      let low = 0
      let high = bases.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((bases[middle] ?? '') < prefix) low = middle + 1
        else high = middle
      }
      const found: string[] = []
      for (let at = low; bases[at]?.startsWith(prefix); at++) found.push(...(byBase.get(bases[at] ?? '') ?? []))
      return found
    },
    called: (base) => byBase.get(base) ?? [],
  }
}

/** Of files with one base name, the one that shares most of the path's last steps; the only one where nothing else is said. */
function longestEnd(alike: readonly string[], path: string): string | null {
  const steps = path.split('/').reverse()
  let best: string | null = null
  let most = 0
  for (const name of alike) {
    const own = name.split('/').reverse()
    let shared = 0
    while (shared < steps.length && steps[shared] === own[shared]) shared++
    if (shared > most) [best, most] = [name, shared]
    else if (shared === most) best = shared > 1 ? best : null
  }
  return best
}

function pathOf(uri: string): string {
  if (/^https?:/i.test(uri)) return uri
  return uri.replace(/^(?:\.{0,2}\/)+/, '').replace(/[?#].*$/s, '')
}

const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
