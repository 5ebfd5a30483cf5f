// Owns the words of a feed's elements: text, HTML with its marks escaped or as elements, lines as they stand.
import { type ChildNode, type Element, isCDATA, isTag } from 'domhandler'
import type { Link } from '../../../../shared/domain/record/record.ts'
import { decodeEntities } from '../kit/entities.ts'
import { blockText, children, linksIn, parseFragment, plainText } from '../kit/markup.ts'
import { attribute } from './names.ts'

export interface Words {
  /** As the feed writes it, its XML decoded. */
  readonly raw: string
  /** As a reader sees it. */
  readonly text: string
  readonly links: readonly Link[]
}

const NONE: Words = { raw: '', text: '', links: [] }

/** The words of an element. Atom says whether they are HTML; RSS does not, and its texts are HTML where they have marks. */
export function wordsOf(element: Element | undefined): Words {
  if (element === undefined) return NONE
  if (children(element).length > 0) {
    freeVoids(element)
    return { raw: plainText(element).trim(), text: blockText(element), links: linksIn(element) }
  }
  const raw = plainText(element).trim()
  const type = element.name.startsWith('atom:') ? attribute(element, 'type') || 'text' : ''
  if (type === 'text' || type === 'text/plain') return { raw, text: raw, links: [] }
  if (!/<\/?[a-z!][^>]*>/i.test(raw)) return { raw, text: decodeEntities(raw, true), links: [] }
  const body = parseFragment(raw)
  return { raw, text: blockText(body), links: linksIn(body) }
}

/** HTML's marks without an end hold what follows them where they are read as XML. */
function freeVoids(element: Element): void {
  element.children = element.children.flatMap((one): ChildNode[] => {
    if (!isTag(one)) return [one]
    freeVoids(one)
    if (!/^(?:br|hr|img|wbr|input)$/.test(one.name) || one.children.length === 0) return [one]
    const inner = one.children
    one.children = []
    return [one, ...inner]
  })
}

/** A name of a person: addresses for letters are nobody's name, and are left in the source. */
export function nameIn(written: string): string {
  const named = /^\S+@\S+\s+\(([^)]*)\)$/.exec(written)
  if (named !== null) return named[1]?.trim() ?? ''
  if (/^\S+@\S+$/.test(written)) return ''
  return written
    .replace(/\s*[<(][^>)]*@[^>)]*[>)]/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim()
}

/** A title: text on one line. RSS's are no HTML; only what stands in CDATA was not decoded yet. */
export function lineOf(element: Element | undefined): string {
  if (element === undefined) return ''
  const isPlain = !element.name.startsWith('atom:') && children(element).length === 0 && !element.children.some(isCDATA)
  return (isPlain ? plainText(element) : wordsOf(element).text).replace(/\s+/g, ' ').trim()
}
