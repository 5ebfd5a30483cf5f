// Owns finding the film of a video: its file is named by the title, without the marks that disks refuse, cut short, and without any number (formats.md §7).
import { looksLikeMedia } from '../../kit/media-finder.ts'
import type { Survey } from '../../kit/peek.ts'

const FILM = /\.(?:mp4|m4v|mov|avi|mkv|webm|3gp|mpe?g|wmv|flv|mts|m2ts|ts|vob|ogv|divx)$/i
/** Google cuts names at 47 letters, the ending included. */
const CUT = 40

/** The one film that a title fits, or those that it may be. */
export interface FoundFilms {
  readonly certain: string | null
  readonly possible: readonly string[]
}

export interface Films {
  of(id: string, title: string): FoundFilms
}

const NONE: FoundFilms = { certain: null, possible: [] }

/** Whether a file is media, films of cameras included. */
export function isFilmOrMedia(name: string): boolean {
  return looksLikeMedia(name) || FILM.test(name)
}

/** A title or file name without marks and case: what the two have in common. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** @param titles of all videos of the export: a film that fits two of them is nobody's */
export function filmsOf({ tree }: Survey, titles: readonly string[]): Films {
  const names = tree.set.members.map((member) => tree.nameOf(member)).filter((name) => FILM.test(name))
  const byKey = new Map<string, string[]>()
  const cut: { readonly key: string; readonly name: string }[] = []
  for (const name of new Set(names)) {
    const base = name.slice(name.lastIndexOf('/') + 1).replace(FILM, '')
    const plain = base.replace(/\s?\(\d+\)$/, '')
    for (const key of new Set([titleKey(base), titleKey(plain)])) add(byKey, key, name)
    if (plain.length >= CUT) cut.push({ key: titleKey(plain), name })
  }
  const videos = new Map<string, number>()
  for (const key of titles.map(titleKey)) videos.set(key, (videos.get(key) ?? 0) + 1)
  /** A cut name is a film of every title that begins with it. */
  const claimants = (key: string) =>
    [...videos].reduce((sum, [one, count]) => (one.startsWith(key) ? sum + count : sum), 0)

  return {
    of: (id, title) => {
      const own = byKey.get(titleKey(id)) ?? []
      if (id !== '' && own.length === 1) return { certain: own[0] ?? null, possible: [] }
      const key = titleKey(title)
      if (key === '') return NONE
      const whole = byKey.get(key) ?? []
      const begun = whole.length > 0 ? [] : cut.filter((one) => one.key !== '' && key.startsWith(one.key))
      const found = [...new Set([...whole, ...begun.map(({ name }) => name)])]
      const alone = begun.length > 0 ? begun.every((one) => claimants(one.key) === 1) : (videos.get(key) ?? 0) <= 1
      if (found.length === 1 && alone) return { certain: found[0] ?? null, possible: [] }
      return { certain: null, possible: found }
    },
  }
}

function add(map: Map<string, string[]>, key: string, name: string): void {
  if (key === '') return
  const known = map.get(key)
  if (known === undefined) map.set(key, [name])
  else known.push(name)
}
