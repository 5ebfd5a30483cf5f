// Presses what shows more: comments, replies, the rest of a long text, the next lot of a list. Never what leads elsewhere or sends something.
import type { Behaviour } from '../../../shared/contract/browser.ts'

const MOST_AT_ONCE = 30
const LONGEST_LABEL = 80
const BUTTONS = 'button, [role="button"], summary, a[role="button"], a[href^="#"], a:not([href])'

const presses = new WeakMap<Element, number>()
const lastLabels = new WeakMap<Element, string>()

/** What says how much more there is: “View 2 more comments”. */
const PROMISE = /\d.*\b(?:more|previous|más)\b|\b(?:more|previous|más)\b.*\d/u
/** Presses after which such a promise is one that is not kept. */
const MANY = 3

/** @returns how many were pressed that had not been pressed before, or say something new since; and what one says that keeps no promise, or `''` */
export function pressMore({ press, words }: Behaviour): { readonly pressed: number; readonly broken: string } {
  const labels = words.map((word) => new RegExp(`^(?:${word})$`, 'u'))
  const named = press.length === 0 ? [] : [...document.querySelectorAll(press.join(','))]
  const told = [...document.querySelectorAll(BUTTONS)].filter((element) =>
    labels.some((label) => label.test(labelOf(element))),
  )
  // A button that stays is pressed again (“View more comments”), after those that were not: rounds are what is bounded.
  const due = [...new Set([...named, ...told])]
    .filter(mayPress)
    .toSorted((one, other) => (presses.get(one) ?? 0) - (presses.get(other) ?? 0))
    .slice(0, MOST_AT_ONCE)
  const fresh = due.filter((element) => lastLabels.get(element) !== labelOf(element))
  const broken = due.find(
    (element) => !fresh.includes(element) && (presses.get(element) ?? 0) >= MANY && promises(element),
  )
  for (const element of due) {
    presses.set(element, (presses.get(element) ?? 0) + 1)
    lastLabels.set(element, labelOf(element))
    element.click()
  }
  return { pressed: fresh.length, broken: broken === undefined ? '' : labelOf(broken) }
}

/** Whether it was pressed at all. */
export const wasPressed = (element: Element): boolean => presses.has(element)

const promises = (element: Element) => PROMISE.test(labelOf(element))

function mayPress(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || !isShown(element) || isClosed(element)) return false
  const before = presses.get(element) ?? 0
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
