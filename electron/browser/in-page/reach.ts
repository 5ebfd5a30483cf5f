// Owns how far back a page reaches: whether it shows anything at all, the ways to further pages of its list that nobody took, and the date of its oldest
// item. A list of the newest ten loses its tenth to the next page when an eleventh comes: that one is out of range, and not gone.
import type { Behaviour } from '../../../shared/contract/browser.ts'
import { wasPressed } from './press.ts'

export interface Reach {
  /** Whether it shows no item, and declares none for machines. */
  readonly empty: boolean
  /** Where further pages of its list are, in full; `''` for one that only a button leads to. */
  readonly pagers: readonly string[]
  /** What everything must be newer than that cannot have gone over to one of them, ms since 1970 UTC; null where that cannot be told. */
  readonly back: number | null
}

/** What the reader of captured pages takes for an item, whatever the site. */
const TYPES = [
  ...['Comment', 'SocialMediaPosting', 'BlogPosting', 'LiveBlogPosting', 'DiscussionForumPosting'],
  ...['NewsArticle', 'Article', 'Answer', 'Question'],
]
const ITEMS = [
  ...['article', '[role="article"]', '.h-entry', 'li.comment'],
  ...TYPES.map((type) => `[itemtype*="schema.org/${type}"]`),
]
const DECLARED = 'script[type^="application/ld+json" i]'
const DECLARES = new RegExp(`"@type"\\s*:\\s*\\[?\\s*"(?:\\w+", ?")?(?:${TYPES.join('|')})"`)
const DATES = '[itemprop="datePublished"], [itemprop="dateCreated"], time, .dt-published'

/** Looks at a page at its end. */
export function reachOfPage({ items }: Pick<Behaviour, 'items'>): Reach {
  const any = [...new Set([...items, ...ITEMS])].join(',')
  const all = [...document.querySelectorAll(any)]
  const declares = [...document.querySelectorAll(DECLARED)].some(({ textContent }) => DECLARES.test(textContent))
  const lists = all.filter((item) => item.parentElement?.closest(any) == null).length > 1
  // What is declared beside the list may be an item of its own, whose place in it nobody knows.
  const back = declares ? null : oldest(all.map((item) => dateOf(item, any)))
  return { empty: all.length === 0 && !declares, pagers: pagers(lists), back }
}

/** A date without a time or zone is up to a day off. */
const DAY = 86_400_000

function dateOf(item: Element, any: string): number | null {
  const own = [...item.querySelectorAll(DATES)].filter((one) => one.parentElement?.closest(any) === item)
  const written = own
    .map((one) => one.getAttribute('datetime') ?? one.getAttribute('content') ?? '')
    .find((text) => text !== '')
  const date = Date.parse(written ?? '')
  if (Number.isNaN(date)) return null
  return /(?:Z|[+-]\d\d:?\d\d)$/i.test(written ?? '') ? date : date + DAY
}

/** Items that a list may have pinned above its newest. */
const PINNED = 3
/** Items from which on an order is one. */
const FEWEST = 3

/** The oldest date of a list that runs from new to old below what is pinned; null where it does not, or where one has no date. */
function oldest(dates: readonly (number | null)[]): number | null {
  for (let pinned = 0; pinned <= PINNED; pinned++) {
    const rest = dates.slice(pinned)
    const [first, last] = [rest[0], rest.at(-1)]
    if (first == null || last == null || rest.length < FEWEST || first <= last) continue
    if (rest.every((date, nth) => date !== null && date <= (rest[nth - 1] ?? date))) return last
  }
  return null
}

/** Addresses by which lists are gone through page by page. */
const PAGED =
  /\/(?:page|p[aá]gina|seite)[/-]?\d+(?:[/?#.]|$)|comment-page-\d+|[?&](?:c?page|paged|pg|page_?no|page_?num(?:ber)?|pagina|start|offset|skip|before|after|until|cursor|max_id|older)=[^&#]+/i
const IN_PAGER = '[class*="pagin" i], [class~="pager" i], [class*="page-numbers" i], [aria-label*="pagin" i]'
const NOUNS = '(?:page|posts|entries|news|items|articles|stories|results|comments|messages|notices|updates)'
/** Labels that say so wherever they stand, and those that only a list has (the next post of a post is none of its list). */
const SAYS_PAGE = new RegExp(
  `^(?:(?:older|newer|earlier|previous|next) ${NOUNS}|(?:(?:p[aá]gina )?(?:siguiente|anterior)|entradas (?:antiguas|recientes)))$`,
  'u',
)
const SAYS_MORE = new RegExp(
  `^(?:older|newer|earlier|next|previous|prev|(?:all|more|view all|see all|show all|view more|see more) ${NOUNS}|view all|see all|(?:news )?archives?|ver (?:todas|todos|más))$`,
  'u',
)
const MOST_PAGERS = 50

function pagers(lists: boolean): string[] {
  const here = document.location.href.replace(/#.*$/s, '')
  const found = new Set<string>()
  const see = (url: URL | null) => {
    if (url === null || !/^https?:$/.test(url.protocol) || url.host !== document.location.host) return
    url.hash = ''
    if (url.href !== here) found.add(url.href)
  }
  // WordPress names the posts beside a post, with their titles.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="next"], link[rel~="prev"]'))
    if (lists || (link.title === '' && PAGED.test(link.href))) see(URL.parse(link.href))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const leads = PAGED.test(link.href) || link.closest(IN_PAGER) !== null || SAYS_PAGE.test(wordsOf(link))
    if (leads || (lists && (/\b(?:next|prev)\b/.test(link.rel) || SAYS_MORE.test(wordsOf(link)))))
      see(URL.parse(link.href))
  }
  for (const button of document.querySelectorAll<HTMLElement>('button:not([disabled]), [role="button"]:not(a[href])')) {
    const leads = button.closest(IN_PAGER) !== null || SAYS_PAGE.test(wordsOf(button))
    if (leads && button.ariaDisabled !== 'true' && button.ariaCurrent === null && !wasPressed(button)) found.add('')
  }
  return [...found].slice(0, MOST_PAGERS)
}

/** What a link or button says, without arrows and such. */
function wordsOf(element: Element): string {
  const text = element.getAttribute('aria-label') ?? element.textContent ?? ''
  return text
    .slice(0, 200)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
