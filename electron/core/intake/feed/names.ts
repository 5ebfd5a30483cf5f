// Owns giving the elements of feeds one name each, whatever prefix their namespace is bound to, and where it is bound to none.
import { type Element, isTag } from 'domhandler'

/** Namespaces that feeds use, and the prefix that stands for each here; `''` is RSS's own. */
const SPACES: readonly (readonly [RegExp, string])[] = [
  [/itunes\.com\/dtds\/podcast/i, 'itunes'],
  [/podcastindex\.org\/namespace|podcastindex-org\/podcast-namespace/i, 'podcast'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/slash/i, 'slash'],
  [/purl\.org\/dc\//i, 'dc'],
  [/w3\.org\/2005\/atom|purl\.org\/atom\/ns/i, 'atom'],
  [/search\.yahoo\.com\/mrss|video\.search\.yahoo/i, 'media'],
  [/podlove\.org\/simple-chapters/i, 'psc'],
  [/google\.com\/schemas\/play-podcasts/i, 'googleplay'],
  [/w3\.org\/1999\/02\/22-rdf-syntax/i, 'rdf'],
  [/purl\.org\/rss\/1\.0\/?$|netscape\.com\/rdf\/simple|userland\.com\/rss|purl\.org\/net\/rss/i, ''],
]

/** Prefixes as declared, and what they stand for. */
export type Scope = ReadonlyMap<string, string>

/** What holds in an element: declarations of what it stands in, and its own. `undefined` declarations leave prefixes as they are written. */
export function scopeOf(elements: readonly Element[]): Scope {
  // A feed by Atom's name that declares nothing is Atom's.
  const bare = elements[0] !== undefined && /^feed$/i.test(elements[0].name)
  return elements.reduce<Scope>(within, new Map([['', bare ? 'atom' : '']]))
}

function within(outer: Scope, { attribs }: Element): Scope {
  const declared = Object.entries(attribs).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  const scope = new Map(outer)
  for (const [name, uri] of declared) {
    const prefix = name === 'xmlns' ? '' : name.slice(6)
    const known = SPACES.find(([space]) => space.test(uri.trim()))
    scope.set(prefix, known?.[1] ?? prefix.toLowerCase())
  }
  return scope
}

/** The name that stands for an element's here, in lower case: `it:Duration` is `itunes:duration` where `it` is bound to iTunes’s namespace. */
export function feedName(name: string, scope: Scope, undeclared?: Set<string>): string {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? '' : name.slice(0, colon)
  const known = scope.get(prefix)
  if (known === undefined) undeclared?.add(prefix)
  const own = known ?? prefix.toLowerCase()
  const local = name.slice(colon + 1).toLowerCase()
  return own === '' ? local : `${own}:${local}`
}

/** Renames an element and all that is in it. Prefixes that nobody declared are gathered. */
export function renameAll(element: Element, outer: Scope, undeclared: Set<string>): void {
  const scope = within(outer, element)
  element.name = feedName(element.name, scope, undeclared)
  for (const one of element.children) if (isTag(one)) renameAll(one, scope, undeclared)
}

/** Whether a name is an episode's, an entry's or a broadcast's. */
export function isItemName(name: string): boolean {
  return name === 'item' || name === 'atom:entry' || name === 'podcast:liveitem'
}

/** An attribute, whatever the case of its name, trimmed; `''` where there is none. */
export function attribute(element: Element | undefined, name: string): string {
  if (element === undefined) return ''
  const key = Object.keys(element.attribs).find((one) => one.toLowerCase() === name)
  return key === undefined ? '' : (element.attribs[key] ?? '').trim()
}
