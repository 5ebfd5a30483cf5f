// Presses what shows more: comments, replies, the rest of a long text, the next lot of a list. Never what leads elsewhere or sends something.
import type { Behaviour } from '../../../shared/contract/browser.ts'

const MOST_AT_ONCE = 30
/** A button that stays may be pressed again (“View more comments”), but not for ever. */
const MOST_PRESSES = 200
const LONGEST_LABEL = 80
const BUTTONS = 'button, [role="button"], summary, a[role="button"], a[href^="#"], a:not([href])'

const presses = new WeakMap<Element, number>()
const lastLabels = new WeakMap<Element, string>()

/** @returns how many were pressed that had not been pressed before, or say something new since */
export function pressMore({ press, words }: Behaviour): number {
  const labels = words.map((word) => new RegExp(`^(?:${word})$`, 'u'))
  const named = press.length === 0 ? [] : [...document.querySelectorAll(press.join(','))]
  const told = [...document.querySelectorAll(BUTTONS)].filter((element) =>
    labels.some((label) => label.test(labelOf(element))),
  )
  const due = [...new Set([...named, ...told])].filter(mayPress).slice(0, MOST_AT_ONCE)
  const fresh = due.filter((element) => lastLabels.get(element) !== labelOf(element))
  for (const element of due) {
    presses.set(element, (presses.get(element) ?? 0) + 1)
    lastLabels.set(element, labelOf(element))
    element.click()
  }
  return fresh.length
}

function mayPress(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || !isShown(element) || isClosed(element)) return false
  const before = presses.get(element) ?? 0
  if (before >= MOST_PRESSES) return false
  // What opens and closes would be closed by a second press, unless it says something new or is a “more” that stays.
  return before === 0 || lastLabels.get(element) !== labelOf(element) || !opensAndCloses(element)
}

function opensAndCloses(element: HTMLElement): boolean {
  return element.tagName === 'SUMMARY' || element.hasAttribute('aria-expanded') || element.hasAttribute('aria-pressed')
}

/** Already open, out of use, leads to another page, or would send a form. */
function isClosed(element: HTMLElement): boolean {
  if (element.tagName === 'SUMMARY') return element.parentElement?.hasAttribute('open') === true
  if (element.getAttribute('aria-expanded') === 'true' || element.getAttribute('aria-disabled') === 'true') return true
  if (element instanceof HTMLButtonElement)
    return element.disabled || (element.type === 'submit' && element.form !== null)
  if (!(element instanceof HTMLAnchorElement) || element.getAttribute('href') === null) return false
  const url = URL.parse(element.href)
  return (
    url === null ||
    url.origin !== location.origin ||
    url.pathname !== location.pathname ||
    url.search !== location.search
  )
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
}

function labelOf(element: Element): string {
  const text = element.getAttribute('aria-label') ?? element.textContent ?? ''
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL).toLowerCase()
}
