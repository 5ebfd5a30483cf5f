// Owns telling the address of the next page: from a link, a cursor, or by counting; and the end, where there is none.
import type { Paging } from '../../../../../shared/domain/intake/asking.ts'
import { type Answer, asking } from '../../api/define.ts'
import { at } from './items.ts'

type Next =
  | { readonly is: 'page'; readonly url: string }
  | { readonly is: 'end' }
  /** Nobody can tell what follows, and why. */
  | { readonly is: 'cut'; readonly sentence: string }

interface Page {
  readonly paging: Paging | null
  /** The first page's, whole. */
  readonly address: string
  /** How many items this page gave, how many came with those before, and how many there are in all; null where nobody says. */
  readonly items: number
  readonly seen: number
  readonly total: number | null
}

const END: Next = { is: 'end' }
const cut = (sentence: string): Next => ({ is: 'cut', sentence })

/** Where it begins: counting begins with the first page, or the first item. */
export function firstPage(address: string, paging: Paging | null): string {
  if (paging?.by === 'page') return asking(address, { [paging.parameter]: paging.first })
  return paging?.by === 'offset' ? asking(address, { [paging.parameter]: 0 }) : address
}

/** The page after an answer. */
export function nextPage(answer: Answer, page: Page): Next {
  const { paging } = page
  if (paging === null) return END
  if (paging.by === 'page' || paging.by === 'offset') return counted(answer.ask.url, paging, page)
  const [named] =
    paging.by === 'link' && paging.column === null ? linkIn(answer.head('link')) : at(answer.json, paging.column ?? '')
  if (named === undefined || named === '' || named === false) return END
  return paging.by === 'link'
    ? linked(named, answer.ask.url, page.address)
    : withCursor(named, paging.parameter, answer.ask.url)
}

function counted(
  url: string,
  paging: Extract<Paging, { readonly parameter: string; readonly by: 'page' | 'offset' }>,
  page: Page,
): Next {
  if (page.items === 0 || (page.total !== null && page.seen >= page.total)) return END
  const now = Number(new URL(url).searchParams.get(paging.parameter))
  return { is: 'page', url: asking(url, { [paging.parameter]: now + (paging.by === 'page' ? 1 : page.items) }) }
}

/** A page at another server is not asked for: the log-in was given for this one. */
function linked(named: unknown, from: string, address: string): Next {
  const url = typeof named === 'string' ? URL.parse(named, from) : null
  if (url === null) return cut('What stands where the mapping says that the next page’s address is, is no address.')
  if (url.origin !== new URL(address).origin)
    return cut(`The next page is said to be at another server (${url.host}), which is not the one that you named.`)
  return url.href === from
    ? cut('The answer names itself as the page that comes after it.')
    : { is: 'page', url: url.href }
}

function withCursor(named: unknown, parameter: string | null, from: string): Next {
  const parts = parameter === null ? membersOf(named) : { [parameter]: wordOf(named) }
  if (parts === null || Object.values(parts).includes(null))
    return cut('What stands where the mapping says that the mark of the next page is, is none.')
  const url = asking(from, parts)
  return url === from ? cut('The answer gives the mark of its own page as that of the next.') : { is: 'page', url }
}

function membersOf(value: unknown): Readonly<Record<string, string | null>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, wordOf(one)]))
}

/** Numbers too large for JavaScript come as texts already. */
const wordOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)

/** The `next` of a head `Link`: RFC 8288 §3. */
function linkIn(head: string): readonly string[] {
  return [...head.matchAll(/<([^>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g)].flatMap(
    ([, address = '', parts = '']) =>
      /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?![\w-]))/i.test(parts) ? [address] : [],
  )
}
