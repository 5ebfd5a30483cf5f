// Owns telling which parts of a page are one and the same item: a post that is pinned above a list and stands in it, too.

interface Shown {
  /** The item's own address; null where the page gives none: then nobody can tell. */
  readonly address: string | null
  readonly author: string
  readonly written: string
  readonly text: string
}

/** Where something is left out at an item's end, as lists have it. */
const CUT = /\s*(?:\[?(?:…|\.\.\.)\]?|(?:read|see|show) more|continue reading|leer más|ver más)[\s.…]*$/iu
const uncut = (text: string) => text.replace(/\s+/g, ' ').trim().replace(CUT, '')

/**
 * For each item the place of the one that is read in its stead: the fullest of those with its address that say the same at the same time by the same
 * author. Its own place for all others, those without words among them.
 */
export function fullestOf(items: readonly Shown[]): readonly number[] {
  const groups = new Map<string, { fullest: number; readonly members: number[] }[]>()
  const words = items.map(({ text }) => uncut(text))
  for (const [nth, { address, author, written }] of items.entries()) {
    const own = words[nth] ?? ''
    if (address === null || own === '') continue
    const here = groups.get(address) ?? []
    groups.set(address, here)
    const group = here.find(({ fullest }) => {
      const [other, said] = [items[fullest], words[fullest] ?? '']
      return other?.author === author && other.written === written && (said.includes(own) || own.includes(said))
    })
    if (group === undefined) here.push({ fullest: nth, members: [nth] })
    else {
      group.members.push(nth)
      if (own.length > (words[group.fullest]?.length ?? 0)) group.fullest = nth
    }
  }
  const read = items.map((_item, nth) => nth)
  for (const { fullest, members } of [...groups.values()].flat()) for (const nth of members) read[nth] = fullest
  return read
}
