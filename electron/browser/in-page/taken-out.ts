// Owns what a page shows and takes out of itself again as it is scrolled: long lists often keep only the part that is in view.
// An item is known again by the address or mark that the page gives it, as the reader of captured pages knows it.

/** Letters of items that are kept in all; a page that takes out more is not whole. */
const MOST_LETTERS = 16_000_000
const LINKS = 'a[itemprop="url"], a[rel="bookmark"], a.u-url, a:has(time)'
/** Marks that a program draws anew each time. */
const DRAWN = /^(?::.*:|(?:mount_|jsc_|u_\d|ember|radix|react|headlessui|ui-id-|yui_).*)$/

const known = new Set<string>()
const taken = new Map<string, { readonly html: string; readonly items: number }>()
let letters = 0
let watching = false

/** How many items a page has shown, beside those that stand in it now. */
export interface TakenOut {
  /** Those that were kept. */
  readonly kept: number
  /** Those that nobody has any more. */
  readonly lost: number
}

/** Looks at what stands in the page now, and from the first time on at everything that leaves it. */
export function takenOut(selector: string, items: readonly Element[]): TakenOut {
  if (selector === '') return { kept: 0, lost: 0 }
  if (!watching) {
    watching = true
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes)
        for (const node of removedNodes) if (node instanceof Element) keepItems(selector, node)
    }).observe(document.documentElement, { childList: true, subtree: true })
  }
  const here = keysOf(selector, items)
  for (const key of here) known.add(key)
  const missing = [...known].filter((key) => !here.has(key))
  const kept = missing.reduce((sum, key) => sum + (taken.get(key)?.items ?? 0), 0)
  return { kept, lost: missing.filter((key) => !taken.has(key)).length }
}

/** What was taken out and stands in the page no more, in a document of its own in which nothing runs and nothing is loaded. */
export function takenItems(selector: string): Document {
  const here = selector === '' ? new Set() : keysOf(selector, [...document.querySelectorAll(selector)])
  const left = [...taken].filter(([key]) => !here.has(key)).map(([, { html }]) => html)
  return new DOMParser().parseFromString(left.join('\n'), 'text/html')
}

function keysOf(selector: string, items: readonly Element[]): Set<string> {
  return new Set(items.map((item) => keyOf(selector, item)).filter((key) => key !== ''))
}

function keepItems(selector: string, left: Element): void {
  const all = [...(left.matches(selector) ? [left] : []), ...left.querySelectorAll(selector)]
  for (const item of all) {
    const key = keyOf(selector, item)
    const inner = item.querySelectorAll(selector)
    // What stands within another item goes with that one.
    if (key === '' || all.some((other) => other !== item && other.contains(item))) continue
    const html = item.outerHTML
    if (letters + html.length > MOST_LETTERS) return
    letters += html.length - (taken.get(key)?.html.length ?? 0)
    known.add(key)
    taken.set(key, { html, items: 1 + inner.length })
    // They are kept within it.
    for (const one of inner) known.delete(keyOf(selector, one))
  }
}

function keyOf(selector: string, item: Element): string {
  const link = [...item.querySelectorAll<HTMLAnchorElement>(LINKS)].find((one) => one.closest(selector) === item)
  if (link !== undefined) return link.href
  return item.id === '' || DRAWN.test(item.id) ? '' : `#${item.id}`
}
