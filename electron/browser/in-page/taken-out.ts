// Owns what a page shows and takes out of itself again as it is scrolled: long lists often keep only the part that is in view.
// An item is known again by the address or mark that the page gives it, as the reader of captured pages knows it. What is the operator's own is left alone.
import type { Behaviour } from '../../../shared/contract/browser.ts'

/** Items that are kept in all; a page that takes out more is not whole. */
const MOST_KEPT = 20_000
const LINKS = 'a[itemprop="url"], a[rel="bookmark"], a.u-url, a:has(time)'
/** Marks that a program draws anew each time. */
const DRAWN = /^(?::.*:|(?:mount_|jsc_|u_\d|ember|radix|react|headlessui|ui-id-|yui_).*)$/

const known = new Set<string>()
/** Copies of what was taken out, of a document in which nothing runs and nothing is loaded. */
const apart = document.implementation.createHTMLDocument('')
const taken = new Map<string, { readonly copy: Element; readonly items: number }>()

/** How many items a page has shown, beside those that stand in it now. */
export interface TakenOut {
  /** Those that were kept. */
  readonly kept: number
  /** Those that nobody has any more. */
  readonly lost: number
}

type Marks = Pick<Behaviour, 'items' | 'own'>

const observer = (marks: Marks) =>
  new MutationObserver((changes) => {
    for (const { target, removedNodes } of changes)
      for (const node of removedNodes)
        if (node instanceof Element && !(target instanceof Element && isOwn(marks, target))) keepItems(marks, node)
  })
let watching: MutationObserver | null = null

/** Looks at what stands in the page now, and from the first time on at everything that leaves it. */
export function takenOut(marks: Marks, items: readonly Element[]): TakenOut {
  if (watching === null) {
    watching = observer(marks)
    watching.observe(document.documentElement, { childList: true, subtree: true })
  }
  const here = keysOf(marks, items)
  for (const key of here) known.add(key)
  const missing = [...known].filter((key) => !here.has(key))
  const kept = missing.reduce((sum, key) => sum + (taken.get(key)?.items ?? 0), 0)
  return { kept, lost: missing.filter((key) => !taken.has(key)).length }
}

/** Looks no longer: what leaves the page from now on is taken out by whoever captures it. */
export function lookedEnough(): void {
  watching?.disconnect()
}

/** What was taken out and stands in the page no more, item by item, in a part of a document in which nothing runs and nothing is loaded. */
export function takenItems(marks: Marks): Element {
  const here = keysOf(marks, [...document.querySelectorAll(marks.items.join(','))])
  const all = apart.createElement('div')
  for (const [key, { copy }] of taken) if (!here.has(key)) all.append(copy.cloneNode(true))
  return all
}

function isOwn({ own }: Marks, element: Element): boolean {
  return own.length > 0 && element.closest(own.join(',')) !== null
}

function keysOf(marks: Marks, items: readonly Element[]): Set<string> {
  const shown = items.filter((item) => !isOwn(marks, item))
  return new Set(shown.map((item) => keyOf(marks, item)).filter((key) => key !== ''))
}

function keepItems(marks: Marks, left: Element): void {
  const selector = marks.items.join(',')
  const all = [...(left.matches(selector) ? [left] : []), ...left.querySelectorAll(selector)]
  for (const item of all) {
    const key = keyOf(marks, item)
    const inner = item.querySelectorAll(selector)
    // What stands within another one that is kept goes with it.
    const within = all.some((other) => other !== item && other.contains(item) && keyOf(marks, other) !== '')
    if (key === '' || within || isOwn(marks, item) || taken.size >= MOST_KEPT) continue
    known.add(key)
    taken.set(key, { copy: apart.importNode(item, true), items: 1 + inner.length })
    // They are kept within it.
    for (const one of inner) known.delete(keyOf(marks, one))
  }
}

function keyOf({ items }: Marks, item: Element): string {
  const selector = items.join(',')
  const link = [...item.querySelectorAll<HTMLAnchorElement>(LINKS)].find((one) => one.closest(selector) === item)
  if (link !== undefined) return link.href
  return item.id === '' || DRAWN.test(item.id) ? '' : `#${item.id}`
}
