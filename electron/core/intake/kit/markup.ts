// Owns small questions to XML and HTML trees: children, texts, links; and reading a small document whole.
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler'
import { charsetOf, decoderFor } from './charset.ts'
import { decodeEntities } from './entities.ts'
import { markupTree } from './markup-tree.ts'

/** The element's children that are elements, of one name where given (as it stands, with its prefix; HTML names are lower case). */
export function children(node: Element | Document | undefined, name?: string): readonly Element[] {
  if (node === undefined) return []
  return node.children.filter((one): one is Element => isTag(one) && (name === undefined || one.name === name))
}

/** The first child of a name. */
export function child(node: Element | Document | undefined, name: string): Element | undefined {
  return children(node, name)[0]
}

/** The text of the first child of a name, trimmed; `''` where there is none. */
export function childText(node: Element | Document | undefined, name: string): string {
  return plainText(child(node, name)).trim()
}

/** All text of a node as it stands. Never deeper than trees are kept. */
export function plainText(node: AnyNode | undefined): string {
  if (node === undefined) return ''
  if (isText(node)) return node.data
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'section',
  'article',
  'blockquote',
  'figure',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'footer',
  'hr',
  'dd',
  'dt',
])
const SILENT = new Set(['script', 'style', 'head', 'template'])

/** The text of HTML as a reader sees it: a new line for `br` and for each block, spaces folded elsewhere; scripts left out. */
export function blockText(node: AnyNode | undefined): string {
  return node === undefined
    ? ''
    : written(node, false)
        .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
}

function written(node: AnyNode, pre: boolean): string {
  if (isText(node)) return pre ? node.data : node.data.replace(/[ \t\r\n\f]+/g, ' ')
  if (!('children' in node)) return ''
  if (!isTag(node)) return node.children.map((one) => written(one, pre)).join('')
  if (node.name === 'br') return '\n'
  if (SILENT.has(node.name)) return ''
  const inside = node.children.map((one) => written(one, pre || node.name === 'pre')).join('')
  return BLOCKS.has(node.name) ? `\n${inside}\n` : inside
}

/** The links of HTML: what they show and where they lead. */
export function linksIn(node: AnyNode | undefined): readonly { readonly shown: string; readonly target: string }[] {
  return elementsIn(node, (one) => one.name === 'a' && one.attribs.href !== undefined).map((one) => ({
    shown: blockText(one),
    target: one.attribs.href ?? '',
  }))
}

/** Every element below a node, in the order of the document, that answers the question. */
export function elementsIn(node: AnyNode | undefined, fits: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = []
  const look = (one: AnyNode) => {
    if (isTag(one) && fits(one)) found.push(one)
    if ('children' in one) for (const inner of one.children) look(inner)
  }
  if (node !== undefined) look(node)
  return found
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return (element.attribs.class ?? '').split(/\s+/).includes(name)
}

/** A small document whole: recovering, decoded, never deeper than 400. */
export function parseMarkup(bytes: Uint8Array, xml: boolean): Document {
  const buffer = Buffer.from(bytes)
  const tree = markupTree(xml, () => false)
  tree.write(buffer.toString('latin1'))
  tree.end()
  decodeNodes(tree.document, decoderFor(charsetOf(buffer.subarray(0, 32_768))), xml)
  return tree.document
}

/** HTML that stands as text inside something else (a post's body in XML or JSON). */
export function parseFragment(html: string): Document {
  return parseMarkup(Buffer.from(`<meta charset="utf-8">${html}`), false)
}

/** Turns a tree read byte for byte into text: the charset, then entities, once. */
export function decodeNodes(node: AnyNode, decode: (bytes: Uint8Array) => string, xml: boolean, raw = false): void {
  if (isText(node)) {
    const text = textFrom(node.data, decode)
    node.data = raw || (xml && node.parent?.type === 'cdata') ? text : decodeEntities(text, xml)
    return
  }
  if (isTag(node)) {
    for (const [name, value] of Object.entries(node.attribs)) {
      node.attribs[name] = decodeEntities(textFrom(value, decode), xml)
    }
  }
  const own = isTag(node) && !xml && (node.name === 'script' || node.name === 'style')
  if ('children' in node) for (const one of node.children) decodeNodes(one, decode, xml, raw || own)
}

function textFrom(data: string, decode: (bytes: Uint8Array) => string): string {
  for (let at = 0; at < data.length; at++) if (data.charCodeAt(at) > 127) return decode(Buffer.from(data, 'latin1'))
  return data
}
