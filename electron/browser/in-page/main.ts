// What runs in a captured page, in a world of its own that the page's scripts can neither see nor change: it looks, presses, scrolls, and tidies.
import type { Behaviour } from '../../../shared/contract/browser.ts'
import { pressMore } from './press.ts'

export { reachOfPage } from './reach.ts'

import { lookedEnough, takenItems, takenOut } from './taken-out.ts'

/** What one round found. */
export interface Round {
  readonly items: number
  /** What was pressed for the first time. */
  readonly pressed: number
  readonly height: number
  readonly signIn: boolean
  /** Whether what stands last is older than was asked for, where the newest stands first. */
  readonly older: boolean
  /** Whether the page was drawn after it was scrolled to its end: else it has not heard of that. */
  readonly drawn: boolean
  /** What a button says that promises so many more and brought nothing when it was pressed again and again; `''` for none. */
  readonly broken: string
  /** Items that the page showed and took out again, and that nobody could keep. */
  readonly lost: number
}

const MOST_LINKS = 5000
/** Their values are keys of the session, never what the page says. */
const KEYS =
  'input[type="hidden"], input[type="password"], meta[name*="csrf" i], meta[name*="token" i], script:not([type="application/ld+json" i]), noscript'

/**
 * One round: presses what shows more, scrolls to the end, and counts what is there, once the page was drawn and so has heard of it.
 * @param since ms since 1970 UTC, or null
 */
export async function round(behaviour: Behaviour, since: number | null): Promise<Round> {
  const { pressed, broken } = pressMore(behaviour)
  const scroller = document.scrollingElement ?? document.documentElement
  const selector = behaviour.items.join(',')
  const items = counted(selector)
  gatherLinks(document)
  takenOut(behaviour, items)
  const isAtEnd = await scrollDown(scroller)
  // What is too short to be scrolled is told all the same: its list may have no other way to grow.
  if (scroller.scrollHeight <= window.innerHeight) document.dispatchEvent(new Event('scroll', { bubbles: true }))
  // Lists that scroll within the page load more when their last item comes into view.
  if (isAtEnd) counted(selector).at(-1)?.scrollIntoView({ block: 'end' })
  const older = since !== null && isBackAt(since, behaviour, items)
  const signIn = asksForLogIn(behaviour, items.length)
  const isDrawn = isAtEnd && (await drawn())
  const here = counted(selector)
  const { kept, lost } = takenOut(behaviour, here)
  takesOut ||= kept + lost > 0
  return {
    items: here.length + kept,
    pressed,
    height: scroller.scrollHeight,
    signIn,
    older,
    drawn: isDrawn,
    broken,
    lost,
  }
}

/** Whether the page takes out again what it showed: then nothing of it may be jumped over. */
let takesOut = false
/** How far down such a page was looked through, CSS pixels. */
let looked = 0
/** How long it is looked through in one round, ms. */
const LOOK_MS = 5000

/** Scrolls to the end. @returns whether it is reached: a page that takes out what it showed is looked through view by view, some of it each round */
async function scrollDown(scroller: Element): Promise<boolean> {
  const end = () => Math.max(0, scroller.scrollHeight - window.innerHeight)
  for (const began = performance.now(); takesOut && looked < end() && performance.now() - began < LOOK_MS; ) {
    looked = Math.min(end(), looked + window.innerHeight / 2)
    window.scrollTo(0, looked)
    await drawn()
    gatherLinks(document)
  }
  if (takesOut && looked < end()) return false
  window.scrollTo(0, scroller.scrollHeight)
  return true
}

/** What a page that is not drawn at all is waited for, ms. */
const UNDRAWN_MS = 2000

/** Waits until the page was drawn twice: it hears of scrolling, and of what came into view, when it is drawn, and on a busy computer that is late. */
function drawn(): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), UNDRAWN_MS)
    const done = () => {
      clearTimeout(late)
      resolve(true)
    }
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))
  })
}

/** Where the page has led so far: a list that holds no more than what is in view loses its links with its items. */
const led = new Set<string>()

function gatherLinks(from: ParentNode): void {
  for (const link of from.querySelectorAll('a[href]')) {
    const url = URL.parse(link.getAttribute('href') ?? '', document.baseURI)
    if (url === null || !/^https?:$/.test(url.protocol)) continue
    url.hash = ''
    if (led.size <= MOST_LINKS) led.add(url.href)
  }
}

/** Where the page leads, and led while it was scrolled, in full and without what stands behind `#`; and whether those are more than can be told. */
export function links(behaviour: Behaviour): { readonly links: string[]; readonly cut: boolean } {
  for (const part of [document, takenItems(behaviour)]) gatherLinks(part)
  return { links: [...led].slice(0, MOST_LINKS), cut: led.size > MOST_LINKS }
}

/** Takes out what is the operator's own, and goes back to the top, before the page is kept. */
export function tidy(behaviour: Behaviour): void {
  lookedEnough()
  for (const selector of behaviour.own) for (const element of document.querySelectorAll(selector)) element.remove()
  window.scrollTo(0, 0)
}

/**
 * Takes out scripts (what a page declares for machines as JSON-LD is none) and the values that are keys, after its views were made, before the
 * page's state is written down. What the page had taken out as it was scrolled is put at its end, where it is neither shown nor loaded.
 */
export function unscript(behaviour: Behaviour): void {
  const taken = takenItems(behaviour)
  for (const part of [document, taken])
    for (const element of part.querySelectorAll([KEYS, ...behaviour.own].join(','))) element.remove()
  if (taken.childElementCount === 0) return
  const end = document.createElement('template')
  end.dataset.muniment = 'shown as the page was scrolled, and taken out of it again'
  end.content.append(...taken.childNodes)
  document.body.append(end)
}

/** The page's words as they are shown, and then those that it had taken out as it was scrolled. @param most letters at most */
export function words(behaviour: Behaviour, most: number): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown is asked for, not all that is there
  const shown = document.body?.innerText ?? ''
  const taken = [...takenItems(behaviour).children].map(({ textContent }) => textContent)
  return [shown, ...taken].join('\n\n').slice(0, most)
}

function counted(selector: string): Element[] {
  return selector === '' ? [] : [...document.querySelectorAll(selector)]
}

/** Posts that a page may have pinned above the newest. */
const PINNED = 3
/** Posts in a row that must be older, so that one with a strange date ends nothing. */
const LAST = 3
/** Dates without a zone are up to a day off. */
const DAY = 86_400_000

/** Only where the dates of whole posts fall all the way down: otherwise newer ones may stand below, and are to come. */
function isBackAt(since: number, { items: selectors }: Behaviour, items: readonly Element[]): boolean {
  const any = selectors.join(',')
  const dates = items
    .filter((item) => item.parentElement?.closest(any) == null)
    .map((item) => Date.parse(item.querySelector('time[datetime]')?.getAttribute('datetime') ?? ''))
    .filter((date) => !Number.isNaN(date))
    .slice(PINNED)
  const falls = dates.every((date, place) => date <= (dates[place - 1] ?? date) + DAY)
  return falls && dates.length >= LAST && dates.slice(-LAST).every((date) => date < since - DAY)
}

/** Fields for the name of whoever logs in, of pages that ask for the password afterwards, and what such pages say. */
const NAMED = 'input[type="email"], input[autocomplete~="username"], input[name="username"], input[name="identifier"]'
const LOG_IN = /\b(?:log|sign) ?in\b|\biniciar sesi[oó]n\b|\bacceder\b|\bentrar\b/iu

/** A field for a password, or for a name to log in by, where nothing else is shown is a log-in page. */
function asksForLogIn(behaviour: Behaviour, items: number): boolean {
  if (behaviour.signIn.some((selector) => document.querySelector(selector) !== null)) return true
  if (items > 0) return false
  if (document.querySelector('input[type="password"]') !== null) return true
  const form = document.querySelector(NAMED)?.closest('form')
  return form != null && LOG_IN.test([document.title, form.textContent, ...valuesOf(form)].join(' '))
}

const valuesOf = (form: Element) =>
  [...form.querySelectorAll<HTMLInputElement>('input[type="submit"]')].map(({ value }) => value)
