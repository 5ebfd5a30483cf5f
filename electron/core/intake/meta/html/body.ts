// Owns reading the body of a card: its text, media, links, labelled fields and reactions (formats.md §1, §2 'HTML').
import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { blockText, children, hasClass, plainText } from '../../kit/markup.ts'
import type { NamedFile } from '../../kit/media-finder.ts'
import { baseName } from '../../kit/value.ts'

/** A row of a table, or a labelled line: `Group: Town news`. */
export interface Field {
  readonly label: string
  readonly value: string
  readonly href?: string
}

export interface Body {
  /** Blocks of text in order; a block that repeats one before it (a caption under each photo) is left out. */
  readonly blocks: readonly string[]
  readonly media: readonly NamedFile[]
  readonly links: readonly Link[]
  readonly fields: readonly Field[]
  /** As the page shows them: a sign, then who. */
  readonly reactions: readonly string[]
  /** The names of icons: on pages of likes they say what kind it was. */
  readonly icons: readonly string[]
}

interface Found {
  readonly blocks: string[]
  readonly media: NamedFile[]
  readonly links: Link[]
  readonly fields: Field[]
  readonly reactions: string[]
  readonly icons: string[]
  line: string
}

/** Reads what stands in a body. */
export function bodyOf(nodes: readonly AnyNode[]): Body {
  const found: Found = { blocks: [], media: [], links: [], fields: [], reactions: [], icons: [], line: '' }
  for (const node of nodes) walk(node, found)
  endBlock(found)
  const { line: _, ...body } = found
  return body
}

const INLINE = new Set([
  'a',
  'span',
  'b',
  'i',
  'em',
  'strong',
  'u',
  'small',
  'sup',
  'sub',
  'font',
  'wbr',
  'code',
  'mark',
])
const SILENT = new Set(['script', 'style', 'head', 'template', 'title'])

function walk(node: AnyNode, found: Found): void {
  if (isText(node)) {
    found.line += node.data.replace(/[ \t\r\n\f]+/g, ' ')
    return
  }
  if (!isTag(node)) return
  if (SILENT.has(node.name)) return
  if (node.name === 'br') {
    found.line += '\n'
    return
  }
  if (node.name === 'img' || node.name === 'video' || node.name === 'audio' || node.name === 'source') {
    takeMedia(node, found)
    return
  }
  if (node.name === 'ul' && (hasClass(node, '_a6-q') || hasClass(node, '_tqp'))) {
    for (const item of children(node, 'li')) found.reactions.push(blockText(item))
    return
  }
  if (node.name === 'td' && hasClass(node, '_a6_q')) {
    if (takeCell(node, found)) return
  }
  if (node.name === 'td' && hasClass(node, '_a6_r')) return
  const label = labelIn(node)
  if (label !== undefined) {
    endBlock(found)
    const name = plainText(label)
      .trim()
      .replace(/\s*[:：]$/, '')
    found.fields.push({ label: name, value: blockText(node).slice(blockText(label).length).trim() })
    linksOf(node, found)
    return
  }
  if (node.name === 'a') {
    takeAnchor(node, found)
    return
  }
  const block = !INLINE.has(node.name)
  if (block) endBlock(found)
  for (const one of node.children) walk(one, found)
  if (block) endBlock(found)
}

function endBlock(found: Found): void {
  const text = found.line
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  found.line = ''
  if (text !== '' && !found.blocks.includes(text)) found.blocks.push(text)
}

/** A line that begins with a label: `<span class="_a6_m">Group: </span>Town news`. */
function labelIn(node: Element): Element | undefined {
  return children(node).find((one) => one.name === 'span' && hasClass(one, '_a6_m'))
}

/** A table's label with its value: beside it in `_a6_r`, or below it in the same cell. False where the cell holds no such pair. */
function takeCell(cell: Element, found: Found): boolean {
  const row = cell.parent
  const beside = row !== null && isTag(row) ? children(row, 'td').find((one) => hasClass(one, '_a6_r')) : undefined
  const below = children(cell).filter(({ name }) => name === 'div' || name === 'a')
  const first = cell.children.find((one) => plainText(one).trim() !== '')
  const label = first === undefined ? '' : plainText(first).trim()
  const valued = beside ?? below.find((one) => one !== first)
  if (valued === undefined) return false
  linksOf(valued, found)
  const inner: Found = { blocks: [], media: [], links: [], fields: [], reactions: [], icons: [], line: '' }
  for (const one of valued.children) walk(one, inner)
  endBlock(inner)
  found.media.push(...inner.media)
  const href = anchorsIn(valued)[0]?.attribs.href
  const value = inner.blocks.join('\n') || blockText(valued)
  // A value that is itself a table (an owner with name and address) is told field by field.
  if (inner.fields.length > 0)
    for (const field of inner.fields) found.fields.push({ ...field, label: `${label} ${field.label}`.trim() })
  if (inner.fields.length === 0 || inner.blocks.length > 0)
    found.fields.push(href === undefined || !isWeb(href) ? { label, value } : { label, value, href })
  return true
}

function takeAnchor(anchor: Element, found: Found): void {
  const href = anchor.attribs.href ?? ''
  if (!isWeb(href)) {
    const before = found.media.length
    const line = found.line
    for (const one of anchor.children) walk(one, found)
    if (href !== '' && isFile(href) && found.media.length === before) {
      // A link to a file whose words are only its name is the file.
      found.line = line
      addMedia({ uri: href }, found)
    }
    return
  }
  const shown = blockText(anchor)
  if (!found.links.some((one) => one.target === href && one.shown === shown)) found.links.push({ shown, target: href })
  for (const one of anchor.children) walk(one, found)
}

function linksOf(node: Element, found: Found): void {
  for (const { attribs, shown } of anchorsIn(node).map((one) => ({ attribs: one.attribs, shown: blockText(one) }))) {
    const target = attribs.href ?? ''
    if (isWeb(target) && !found.links.some((one) => one.target === target)) found.links.push({ shown, target })
  }
}

function anchorsIn(node: Element): readonly Element[] {
  const found: Element[] = []
  const look = (one: Element) => {
    if (one.name === 'a' && one.attribs.href !== undefined) found.push(one)
    for (const inner of children(one)) look(inner)
  }
  look(node)
  return found
}

function takeMedia(element: Element, found: Found): void {
  const uri = element.attribs.src ?? ''
  const icon =
    /(?:^|\/)(like|love|care|haha|wow|sorry|sad|anger|angry|pride|thankful|support|dislike)(?:_\d+)?\.png$/i.exec(
      baseName(uri),
    )
  if (icon !== null) found.icons.push((icon[1] ?? '').toLowerCase())
  else if (uri !== '' && !/^data:/i.test(uri) && !isAsset(uri)) {
    const alt = element.attribs.alt ?? ''
    const role = element.name === 'video' ? 'video' : element.name === 'audio' ? 'audio' : undefined
    const spoken = /(?:^|\/)audio\//.test(uri) ? 'audio' : role
    addMedia({ uri, ...(alt === '' ? {} : { alt }), ...(spoken === undefined ? {} : { role: spoken }) }, found)
  }
  // What stands in a film's element is shown where it cannot play: the file's name, or its source.
  for (const one of children(element)) if (one.name === 'source') takeMedia(one, found)
}

function addMedia(file: NamedFile, found: Found): void {
  if (!found.media.some(({ uri }) => uri === file.uri)) found.media.push(file)
}

const isWeb = (href: string) => /^(?:https?:)?\/\//i.test(href)
const isFile = (href: string) =>
  !/^(?:[a-z]+:|#)/i.test(href) && /\.[a-z0-9]{2,5}(?:[?#]|$)/i.test(href) && !/\.html?(?:[?#]|$)/i.test(href)
/** Pictures of the page itself. */
const isAsset = (uri: string) =>
  /^(?:\.{0,2}\/)*(?:files|html|icons?|images)\/.*\.(?:png|svg|gif)$/i.test(uri) && !/(?:media|photos)/i.test(uri)
