// Owns finding a feed's own elements in a document: its root, its channel, the items that stand in it.
import { cloneNode, type Element, isTag, type ParentNode } from 'domhandler'
import { child, children, elementsIn } from '../kit/markup.ts'
import { feedName, isItemName, renameAll, type Scope, scopeOf } from './names.ts'

const ROOTS = new Set(['rss', 'rdf:rdf', 'rdf', 'atom:feed'])

/** A feed's element that speaks for it, all of it renamed. */
export interface FeedTree {
  readonly root: Element
  /** `channel` of RSS, `feed` of Atom; the root where it has none. */
  readonly channel: Element
  readonly undeclared: ReadonlySet<string>
}

/** The feed in a document, wherever its root stands: some hosts write warnings before it. The document is renamed. */
export function feedTreeOf(document: ParentNode): FeedTree | null {
  for (const root of elementsOf(document)) {
    if (!ROOTS.has(feedName(root.name, scopeOf([root])))) continue
    const undeclared = new Set<string>()
    renameAll(root, scopeOf([root]), undeclared)
    return { root, channel: child(root, 'channel') ?? root, undeclared }
  }
  return null
}

function elementsOf(document: ParentNode): readonly Element[] {
  return document.children.flatMap((one) => (isTag(one) ? elementsIn(one, () => true) : []))
}

/** What an item stands in, as far as it was read: a copy, renamed. */
export function channelAround(ancestors: readonly Element[]): Element | null {
  const last = ancestors.findLast(({ name }) => /(?:^|:)(?:channel|feed|rdf|rss)$/i.test(name))
  if (last === undefined) return null
  const copy = cloneNode(last, true)
  renameAll(copy, scopeOf(ancestors.slice(0, ancestors.indexOf(last))), new Set())
  return child(copy, 'channel') ?? copy
}

/** Whether an element is an item, by its name as it is bound where it stands. */
export function isItem(element: Element, ancestors: readonly Element[]): boolean {
  if (!/(?:^|:)(?:item|entry|liveitem)$/i.test(element.name)) return false
  return isItemName(feedName(element.name, scopeOf([...ancestors, element])))
}

/** Renames an item, and takes those out of it that stand in it because it was never closed. Itself is the first. */
export function itemsIn(element: Element, scope: Scope, undeclared: Set<string>): readonly Element[] {
  renameAll(element, scope, undeclared)
  const inner = elementsIn(element, (one) => one !== element && isItemName(one.name))
  for (const one of inner) {
    const { parent } = one
    if (parent !== null) parent.children = parent.children.filter((other) => other !== one)
  }
  return [element, ...inner]
}

/** The items of a feed that was read whole. */
export function itemsOf({ root, channel }: FeedTree): readonly Element[] {
  return [...new Set([...children(channel), ...children(root)])].filter(({ name }) => isItemName(name))
}
