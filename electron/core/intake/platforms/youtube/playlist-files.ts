// Owns which playlist a file of videos belongs to: it carries the title, with a word for “videos” in the account's language before or after it, cut short (formats.md §7).
import { titleKey } from './films.ts'
import { says } from './words.ts'

/** Shorter beginnings that two names share say nothing. */
const ENOUGH = 24

/**
 * The playlist whose title a file's name carries; null where none or several do.
 * @param name below the export's folder  @param playlists by number, with titles
 */
export function playlistOfFile(
  name: string,
  playlists: readonly { readonly id: string; readonly title: string }[],
): string | null {
  const base = titleKey(baseOf(name))
  const fits = playlists.flatMap(({ id, title }) => {
    const key = titleKey(title)
    if (key === '') return []
    const whole = base.startsWith(key) || base.endsWith(key)
    const length = whole ? key.length : shared(base, key)
    return whole || length >= ENOUGH ? [{ id, length }] : []
  })
  const most = Math.max(0, ...fits.map(({ length }) => length))
  const best = fits.filter(({ length }) => length === most)
  return best.length === 1 ? (best[0]?.id ?? null) : null
}

/** What a file of videos that belongs to no known playlist is called: its name without the words for videos, as in `Later-videos`, `Video_s in Later`. */
export function titleOfFile(name: string): string {
  const base = baseOf(name)
  const [, before = '', word = ''] = /^(.+)-([^-]+)$/.exec(base) ?? []
  if (before !== '' && says(word, 'video')) return before.trim()
  const [, first = '', after = ''] = /^(\S+) \S{1,3} (.+)$/.exec(base) ?? []
  return after !== '' && says(first, 'video') ? after : base.trim()
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{1,5}$/i, '')
}

function shared(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
