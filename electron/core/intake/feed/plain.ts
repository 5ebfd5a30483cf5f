// Owns showing elements of which nothing more is known than their names: attributes, texts, and what is in them.
import type { Element } from 'domhandler'
import { children, plainText } from '../kit/markup.ts'

/** How lists of these elements are called. */
const LISTS: Readonly<Record<string, string>> = {
  person: 'people',
  transcript: 'transcripts',
  location: 'places',
  soundbite: 'soundbites',
  alternateenclosure: 'alternateEnclosures',
  socialinteract: 'socialInteractions',
  contentlink: 'contentLinks',
  image: 'images',
  funding: 'funding',
  value: 'value',
  valuerecipient: 'recipients',
  valuetimesplit: 'timeSplits',
  source: 'sources',
  license: 'licenses',
  chat: 'chats',
  trailer: 'trailers',
  remoteitem: 'remoteItems',
}
/** What in attributes is private by care. */
const PRIVATE = /^(?:xmlns(?::.*)?|owner|email)$/i

/** Elements of one namespace by their names, each a list of what they say. `without` are read elsewhere. */
export function saidIn(
  parent: Element,
  prefix: string,
  without: readonly string[] = [],
): Readonly<Record<string, readonly unknown[]>> {
  const said: Record<string, unknown[]> = {}
  for (const one of children(parent)) {
    if (!one.name.startsWith(`${prefix}:`)) continue
    const local = one.name.slice(prefix.length + 1)
    if (without.includes(local)) continue
    const list = LISTS[local] ?? local
    said[list] = [...(said[list] ?? []), saidBy(one)]
  }
  return said
}

/** What one element says: a text, or its attributes, its text as `name`, and what is in it. */
function saidBy(element: Element): unknown {
  const inner = children(element)
  const attribs = Object.fromEntries(Object.entries(element.attribs).filter(([name]) => !PRIVATE.test(name)))
  const text = inner.length > 0 ? '' : plainText(element).trim()
  if (inner.length === 0 && Object.keys(attribs).length === 0) return text
  const colon = element.name.indexOf(':')
  return {
    ...(text === '' ? {} : { name: text }),
    ...attribs,
    ...saidIn(element, colon < 0 ? '' : element.name.slice(0, colon)),
  }
}
