// Owns what a capture must know of a feed to go on: its items' dates and files, where it continues, whether it says that it is whole.
import { Parser } from 'htmlparser2'

export interface FeedItem {
  /** ms since 1970 UTC; null where it does not say, or nobody can read it. */
  readonly published: number | null
  readonly updated: number | null
  /** Sounds, films and pictures that come with it, as written. */
  readonly files: readonly string[]
}

export interface FeedOutline {
  readonly items: readonly FeedItem[]
  /** The page with older items, as written; `''` where there is none. */
  readonly next: string
  /** Whether it says that it holds everything (RFC 5005 §2). */
  readonly whole: boolean
  /** Whether it came to its end. */
  readonly closed: boolean
}

/** Reads a feed of any form; null where it is none, such as the page of a log-in. */
export function outlineOf(bytes: Uint8Array): FeedOutline | null {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  return /^\s*\{/.test(text) ? outlineOfJson(text) : outlineOfXml(text)
}

const ROOTS = new Set(['rss', 'feed', 'rdf'])
const DATES = new Set(['pubdate', 'published', 'issued', 'date', 'created'])
const UPDATES = new Set(['updated', 'modified'])

function outlineOfXml(text: string): FeedOutline | null {
  const items: { published: number | null; updated: number | null; files: string[] }[] = []
  const open: string[] = []
  let next = ''
  let whole = false
  let root = ''
  let closed = false
  let words = ''
  const inner = () => items.at(-1)
  const inItem = () => open.includes('item') || open.includes('entry')
  const parser = new Parser(
    {
      onopentag: (written, attributes) => {
        const name = local(written)
        if (root === '' && ROOTS.has(name)) root = name
        if (root === '') return
        if ((name === 'item' || name === 'entry') && !inItem())
          items.push({ published: null, updated: null, files: [] })
        open.push(name)
        words = ''
        const of = (key: string) =>
          attributes[Object.keys(attributes).find((one) => one.toLowerCase() === key) ?? ''] ?? ''
        const rel = of('rel')
        if (name === 'link' && !inItem() && (rel === 'next' || rel === 'prev-archive') && next === '') next = of('href')
        if (name === 'complete' && !written.toLowerCase().startsWith('itunes') && !inItem()) whole = true
        const file =
          name === 'enclosure' || (name === 'content' && /^media:/i.test(written))
            ? of('url')
            : name === 'link' && rel === 'enclosure'
              ? of('href')
              : ''
        if (inItem() && file !== '') inner()?.files.push(file)
      },
      ontext: (more) => {
        if (words.length < 200) words += more
      },
      onclosetag: (written, implied) => {
        const name = local(written)
        if (root === '') return
        const item = inItem() ? inner() : undefined
        // What was left open is closed by the parser, and the feed is then not whole.
        if (item !== undefined && open.at(-2) !== undefined && /^(?:item|entry)$/.test(open.at(-2) ?? '')) {
          if (DATES.has(name)) item.published ??= timeOf(words)
          if (UPDATES.has(name)) item.updated ??= timeOf(words)
        }
        open.pop()
        if (name === root && !implied && open.length === 0) closed = true
        words = ''
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text)
  parser.end()
  return root === '' ? null : { items, next, whole, closed }
}

function outlineOfJson(text: string): FeedOutline | null {
  let feed: unknown
  try {
    feed = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(feed) || typeof feed.version !== 'string' || !feed.version.includes('jsonfeed.org')) return null
  const list: unknown[] = Array.isArray(feed.items) ? feed.items : []
  const items = list.filter(isObject).map((item) => ({
    published: timeOf(item.date_published),
    updated: timeOf(item.date_modified),
    files: (Array.isArray(item.attachments) ? item.attachments : [])
      .filter(isObject)
      .flatMap(({ url }) => (typeof url === 'string' ? [url] : [])),
  }))
  return { items, next: typeof feed.next_url === 'string' ? feed.next_url : '', whole: false, closed: true }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function timeOf(written: unknown): number | null {
  const time = typeof written === 'string' ? Date.parse(written.trim()) : Number.NaN
  return Number.isNaN(time) ? null : time
}

const local = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()
