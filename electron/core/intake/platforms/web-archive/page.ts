// Owns reading a captured page: its title, its words, where it leads, and the pictures, films and sounds that it shows.
import type { Document, Element } from 'domhandler'
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { blockText, elementsIn, linksIn, parseFragment, parseMarkup, plainText } from '../../kit/markup.ts'

export interface Page {
  readonly title: string
  readonly text: string
  readonly links: readonly Link[]
  readonly language: string
  readonly shows: readonly Shown[]
}

/** A file that a page shows: `sure` where it is the file itself, else one of several forms of it, or one that it leads to. */
export interface Shown {
  readonly address: string
  readonly alt: string | null
  readonly sure: boolean
}

const MOST_LINKS = 2000

/** @param charset what the server said of the letters; `''` where it said nothing @param address the page's own */
export function readPage(bytes: Buffer, charset: string, address: string): Page {
  const tree = treeOf(bytes, charset)
  const base = baseOf(tree, address)
  const title = tidy(plainText(elementsIn(tree, ({ name }) => name === 'title')[0]))
  return {
    title: title || metaOf(tree, 'og:title'),
    text: blockText(tree),
    links: linksIn(tree)
      .flatMap(({ shown, target }) => {
        const led = resolved(target, base)
        return led === null ? [] : [{ shown: tidy(shown), target: led }]
      })
      .slice(0, MOST_LINKS),
    language: elementsIn(tree, ({ name }) => name === 'html')[0]?.attribs.lang ?? '',
    shows: shownBy(tree, base),
  }
}

/** The server's word on the letters goes before the page's own. */
function treeOf(bytes: Buffer, charset: string): Document {
  if (charset === '' || /^utf-?8$/.test(charset)) return parseMarkup(bytes, false)
  try {
    return parseFragment(new TextDecoder(charset).decode(bytes))
  } catch {
    return parseMarkup(bytes, false)
  }
}

function baseOf(tree: Document, address: string): string {
  const given = elementsIn(tree, ({ name, attribs }) => name === 'base' && attribs.href !== undefined)[0]
  return resolved(given?.attribs.href ?? '', address) ?? address
}

/** An address in full, without what stands behind `#`; null for what leads nowhere on the web. */
function resolved(reference: string, base: string): string | null {
  const url = URL.parse(reference.trim(), base) ?? URL.parse(reference.trim())
  if (url === null || !/^(?:https?|mailto|tel):$/.test(url.protocol)) return null
  if (url.protocol.startsWith('http')) url.hash = ''
  return url.href
}

function metaOf(tree: Document, property: string): string {
  const found = elementsIn(
    tree,
    ({ name, attribs }) => name === 'meta' && (attribs.property === property || attribs.name === property),
  )
  return tidy(found[0]?.attribs.content ?? '')
}

const FILE_TAGS = new Set(['img', 'source', 'video', 'audio', 'embed', 'track', 'input', 'image'])
const META_MEDIA = /^(?:og|twitter):(?:image|video|audio)(?::(?:url|src|secure_url))?$/

function shownBy(tree: Document, base: string): Shown[] {
  const shown = new Map<string, Shown>()
  const add = (reference: string | undefined, alt: string | null, sure: boolean) => {
    if (reference === undefined || reference === '') return
    const address = resolved(reference, base)
    if (address === null || !address.startsWith('http')) return
    const known = shown.get(address)
    shown.set(address, { address, alt: known?.alt ?? alt, sure: sure || known?.sure === true })
  }
  for (const element of elementsIn(
    tree,
    ({ name, attribs }) => FILE_TAGS.has(name) || OTHERS.has(name) || 'style' in attribs,
  ))
    filesOf(element, add)
  return [...shown.values()]
}

const OTHERS = new Set(['object', 'meta', 'a'])

function filesOf(
  { name, attribs }: Element,
  add: (reference: string | undefined, alt: string | null, sure: boolean) => void,
): void {
  if (name === 'a') add(attribs.href, null, false)
  if (name === 'object') add(attribs.data, null, true)
  if (name === 'meta' && META_MEDIA.test(attribs.property ?? attribs.name ?? '')) add(attribs.content, null, false)
  if (FILE_TAGS.has(name)) {
    const alt = tidy(attribs.alt ?? '') || null
    add(attribs.src, alt, name !== 'source')
    add(attribs.poster, null, true)
    for (const key of ['data-src', 'data-original', 'data-lazy-src', 'xlink:href']) add(attribs[key], alt, false)
    for (const key of ['srcset', 'data-srcset', 'data-lazy-srcset'])
      for (const one of (attribs[key] ?? '').split(/,\s+/)) add(one.trim().split(/\s/, 1)[0], alt, false)
  }
  for (const [, , reference] of (attribs.style ?? '').matchAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/gi))
    add(reference, null, false)
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
