// Owns what items and feeds say alike: who, where, which picture, which words to find them by.
import type { Element } from 'domhandler'
import { child, children, childText } from '../kit/markup.ts'
import { attribute } from './names.ts'
import { lineOf, nameIn, wordsOf } from './words.ts'

/** Who wrote it, as the item itself says. */
export function authorOf(item: Element): string {
  const named = ['itunes:author', 'dc:creator', 'author', 'media:credit', 'googleplay:author']
  const atom = children(item, 'atom:author').map((one) => childText(one, 'atom:name') || wordsOf(one).raw)
  const names = [...named.map((name) => childText(item, name)), ...atom].map(nameIn)
  return names.find((name) => name !== '') ?? ''
}

/** The page of an item or a feed. */
export function pageOf(element: Element): string {
  const links = children(element, 'atom:link')
  const alternate = links.find((one) => ['', 'alternate'].includes(attribute(one, 'rel')))
  return (
    childText(element, 'link') ||
    attribute(alternate, 'href') ||
    childText(child(element, 'guid') && permalink(element), 'guid')
  )
}

/** The item where its guid is the address of its page, as it is by default where it looks like one. */
function permalink(item: Element): Element | undefined {
  const guid = child(item, 'guid')
  return attribute(guid, 'ispermalink') !== 'false' && /^https?:\/\//i.test(childText(item, 'guid')) ? item : undefined
}

/** The picture of an item or a feed. */
export function imageOf(element: Element): string {
  const group = child(element, 'media:group')
  return (
    attribute(child(element, 'itunes:image'), 'href') ||
    childText(child(element, 'image'), 'url') ||
    attribute(child(element, 'googleplay:image'), 'href') ||
    attribute(child(element, 'media:thumbnail'), 'url') ||
    attribute(child(group, 'media:thumbnail'), 'url') ||
    childText(element, 'atom:logo') ||
    childText(element, 'atom:icon') ||
    childText(element, 'itunes:image')
  )
}

/** Categories and words to find it by. */
export function tagsOf(element: Element): readonly string[] {
  const keywords = childText(element, 'itunes:keywords').split(',')
  const atom = children(element, 'atom:category').map((one) => attribute(one, 'label') || attribute(one, 'term'))
  const named = ['category', 'dc:subject'].flatMap((name) => children(element, name).map(lineOf))
  return [...new Set([...named, ...atom, ...keywords].map((one) => one.trim()).filter((one) => one !== ''))]
}

/** An address as a browser would read it in the feed; as it stands where nobody can tell. */
export function resolved(address: string, base: string): string {
  if (address === '' || base === '' || /^[a-z][\w+.-]*:/i.test(address)) return address
  return URL.canParse(address, base) ? new URL(address, base).href : address
}
