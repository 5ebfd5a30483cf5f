// Owns who is who in Tumblr's conversations: messages name their senders by opaque numbers, conversations their people by name.
import type { Element } from 'domhandler'
import { elementsIn, plainText } from '../../kit/markup.ts'

/** A conversation as the XML has it. */
export interface Talk {
  readonly names: readonly string[]
  readonly senders: ReadonlySet<string>
}

/** A conversation as its messages need it. */
export interface Thread {
  readonly label: string
  readonly names: readonly string[]
  /** Names by number, where the numbers leave no other; never by what was said. */
  readonly authors: ReadonlyMap<string, string>
}

export interface Threads {
  /** The blog's name, where all conversations share one and no other; `''` where they do not. */
  readonly owner: string
  readonly list: readonly Thread[]
}

/** The conversation where it holds messages; where its end is missing, those after it stand in it. */
export function talksIn(element: Element): readonly Talk[] {
  return elementsIn(element, ({ name }) => name === 'conversation').flatMap((one) => {
    const own = (name: string) => elementsIn(one, (inner) => inner.name === name && nearest(inner) === one)
    const senders = new Set(own('message').map(({ attribs }) => attribs.participant ?? ''))
    return senders.size === 0 ? [] : [{ names: own('participant').map((two) => plainText(two).trim()), senders }]
  })
}

/**
 * Names the senders as far as can be told.
 * @param blogs that the posts of the same export name
 */
export function threadsOf(talks: readonly Talk[], blogs: ReadonlySet<string>): Threads {
  const posting = [...blogs].filter((blog) => talks.length > 0 && talks.every(({ names }) => names.includes(blog)))
  const shared = commonTo(talks.map(({ names }) => new Set(names.filter((name) => name !== ''))))
  const owner = only(new Set(posting)) ?? only(shared)
  // Where both sides wrote, the blog did: the number that all such conversations share is the blog's.
  const number = only(commonTo(talks.filter(({ senders }) => senders.size > 1).map(({ senders }) => senders)))
  const labels = new Map<string, number>()
  const list = talks.map(({ names, senders }): Thread => {
    const base = names
      .map((name) => name || '(no name)')
      .sort()
      .join(', ')
    const nth = (labels.get(base) ?? 0) + 1
    labels.set(base, nth)
    return { label: nth === 1 ? base : `${base} ~${nth}`, names, authors: authorsOf(names, senders, owner, number) }
  })
  return { owner: owner ?? '', list }
}

function authorsOf(
  names: readonly string[],
  senders: ReadonlySet<string>,
  owner: string | null,
  number: string | null,
): ReadonlyMap<string, string> {
  const authors = new Map<string, string>()
  if (owner === null || number === null || names.length !== 2) return authors
  const [other = ''] = names.filter((name) => name !== owner)
  for (const sender of senders) {
    const name = sender === number ? owner : other
    if (name !== '') authors.set(sender, name)
  }
  return authors
}

/** What all sets hold; nothing where there are fewer than two. */
function commonTo(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first, ...others] = sets
  if (first === undefined || others.length === 0) return new Set()
  return new Set([...first].filter((one) => others.every((set) => set.has(one))))
}

function only(set: ReadonlySet<string>): string | null {
  const [one] = set
  return set.size === 1 && one !== undefined && one !== '' ? one : null
}

function nearest(element: Element): Element | null {
  let node = element.parent
  while (node !== null && 'name' in node && node.name !== 'conversation') node = node.parent
  return node !== null && 'name' in node ? node : null
}
