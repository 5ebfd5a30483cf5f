// Owns the parts of a page of Medium's that is one entry, and the numbers in Medium's addresses.
import { type Document, type Element, isTag } from 'domhandler'
import { blockText, elementsIn, hasClass } from '../../kit/markup.ts'

/** The parts of an entry as the page marks them. */
export interface Entry {
  readonly title: string
  readonly subtitle: string
  readonly body: Element | undefined
  /** ISO, UTC; null where the page has no time of publication. */
  readonly published: string | null
  readonly author: { readonly name: string; readonly address: string } | null
  readonly canonical: string
  /** `https://medium.com/p/<number>`, where the page names it. */
  readonly short: string
  readonly tags: readonly string[]
  /** What it says it answers. */
  readonly answers: string
}

/** The parts of a page. */
export function entryOf(document: Document): Entry {
  const ofClass = (name: string) => elementsIn(document, (one) => hasClass(one, name))
  const field = (name: string) => elementsIn(document, ({ attribs }) => attribs['data-field'] === name)[0]
  const body = field('body') ?? ofClass('e-content')[0]
  // What stands in the words of a story is not the page's own.
  const outside = (name: string) => ofClass(name).filter((one) => !isWithin(one, body))
  const [author] = outside('p-author')
  const [time] = outside('dt-published')
  const addresses = elementsIn(document, ({ name }) => name === 'a')
    .filter((one) => !isWithin(one, body))
    .map(({ attribs }) => attribs.href ?? '')
  return {
    title: lineOf(outside('p-name').find(({ name }) => name.startsWith('h'))),
    subtitle: lineOf(field('subtitle') ?? outside('p-summary')[0]),
    body,
    published: time === undefined ? null : time.attribs.datetime || lineOf(time),
    author: author === undefined ? null : { name: lineOf(author), address: author.attribs.href ?? '' },
    canonical: outside('p-canonical')[0]?.attribs.href ?? '',
    short: addresses.find((one) => /\/p\/[^/]+$/.test(one)) ?? '',
    tags: outside('p-tag').map(lineOf),
    answers: ofClass('u-in-reply-to')[0]?.attribs.href ?? '',
  }
}

/** What an element shows, in one line. */
export function lineOf(element: Element | undefined): string {
  return blockText(element).replace(/\s+/g, ' ').trim()
}

/** The number at the end of an address of Medium's or of a file's name; null where there is none. */
export function numberIn(address: string): string | null {
  const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '')
  return /(?:^|[-_/:])([0-9a-f]{8,16})$/i.exec(path)?.[1]?.toLowerCase() ?? null
}

/** The number that a file's name ends in: `2016-03-25_Title-ece7c6688e68.html`. */
export function numberInName(name: string): string | null {
  return numberIn(name.slice(name.lastIndexOf('/') + 1).replace(/\.html?$/i, ''))
}

/** The number of a story: in its file's name, in the short address, in the canonical one. */
export function numberOf({ short, canonical }: Entry, name: string): string | null {
  return numberInName(name) ?? numberIn(short) ?? numberIn(canonical)
}

/** A person's name on Medium, in the address of their page: `https://medium.com/@name`, `https://name.medium.com`. */
export function handleIn(address: string): string | null {
  return (
    /^https?:\/\/[^/]*\/@([^/?#]+)/i.exec(address)?.[1] ??
    /^https?:\/\/([\w-]+)\.medium\.com(?:[/?#]|$)/i.exec(address)?.[1] ??
    null
  )
}

function isWithin(element: Element, body: Element | undefined): boolean {
  if (body === undefined) return false
  let node: Element['parent'] = element
  while (node !== null && isTag(node)) {
    if (node === body) return true
    node = node.parent
  }
  return false
}
