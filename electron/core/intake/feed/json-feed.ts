// Owns reading a JSON Feed (1.1): its items one by one, then the feed itself.

import { splitDeep } from '../../json/split-deep.ts'
import type { AnswerItem, StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import { failed, record } from '../kit/draft.ts'
import { blockText, linksIn, parseFragment } from '../kit/markup.ts'
import { NO_TIME, writtenTime } from '../kit/time.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'
import { isSound, steady } from './sound.ts'

const isItems = (path: readonly string[]) => path.length === 1 && path[0] === 'items'

/** The items of a captured feed. */
export async function* jsonFeedItems(answer: StoredAnswer): AsyncGenerator<AnswerItem> {
  for await (const { items, end } of splitDeep(one(answer.bytes), isItems, answer.signal)) {
    for (const { index, start, bytes } of items) {
      const pointer = `/items/${index}`
      const outcome = bytes === null ? failed('item-too-large', 'is larger than any item') : outcomeOf(bytes, answer)
      yield { pointer, start, bytes: bytes ?? new Uint8Array(), outcome }
    }
    if (end?.finding != null)
      answer.odd('json-ill-formed', 'This feed is not well-formed JSON; what stands before the fault was read.')
    const feed = end?.envelope == null ? null : parsed(end.envelope)
    if (end?.envelope != null && isObject(feed))
      yield { pointer: '/', start: 0, bytes: end.envelope, outcome: feedOutcome(feed, answer) }
  }
}

/** Addresses of the sounds and pictures of its items. */
export function jsonFeedShows(bytes: Buffer): readonly string[] {
  const feed = parsed(bytes)
  if (!isObject(feed)) return []
  return [feed, ...objectsOf(feed.items)]
    .flatMap((item) => filesOf(item).map(({ url }) => url))
    .filter((url) => url !== '')
}

function outcomeOf(bytes: Buffer, answer: StoredAnswer): Outcome {
  const item = parsed(bytes)
  if (!isObject(item)) return failed('json-malformed', 'is malformed and cannot be understood')
  const [title, html, words, summary] = ['title', 'content_html', 'content_text', 'summary'].map((name) =>
    textOf(item[name]),
  )
  const body = html ? parseFragment(html) : null
  const text = body === null ? words || summary || '' : blockText(body)
  const files = filesOf(item)
  const page = textOf(item.url) || textOf(item.external_url)
  const written = textOf(item.date_published)
  const id = typeof item.id === 'number' ? String(item.id) : textOf(item.id) || page || null
  const people = [...objectsOf(item.authors), ...(isObject(item.author) ? [item.author] : [])].map((one) =>
    textOf(one.name),
  )
  return record({
    kind: files.some(({ sound }) => sound) ? 'episode' : 'post',
    ...(id === null ? { key: title ?? '' } : { id }),
    time: written === '' ? NO_TIME : writtenTime(written, 'unknown'),
    author: people.filter((name) => name !== '').join(', '),
    text: [title, text].filter((part) => part).join('\n'),
    links: [
      ...(body === null ? [] : linksIn(body)),
      ...(page === '' ? [] : [{ shown: title || page, target: page }]),
      ...files.map(({ url, sound }) => ({ shown: sound ? 'Sound' : 'Picture', target: url })),
    ],
    details: {
      title,
      summary: summary === text ? '' : summary,
      updated: textOf(item.date_modified),
      image: textOf(item.image),
      enclosures: files.filter(({ attached }) => attached).map(({ url, type }) => ({ url, type })),
      tags: Array.isArray(item.tags) ? item.tags.map(textOf) : [],
      language: textOf(item.language),
    },
    content: {
      title: title ?? '',
      html: html || words || '',
      summary: summary || null,
      enclosures: files.filter(({ attached }) => attached).map(({ url }) => steady(url)),
      published: written,
    },
    media: files.filter(({ url }) => url !== '').map(({ url }) => answer.medium(absolute(url, answer.url), null)),
  })
}

function feedOutcome(feed: JsonObject, { url }: StoredAnswer): Outcome {
  const [title, about, page] = ['title', 'description', 'home_page_url'].map((name) => textOf(feed[name]))
  const authors = [...objectsOf(feed.authors), ...(isObject(feed.author) ? [feed.author] : [])].map((one) =>
    textOf(one.name),
  )
  const author = authors.filter((name) => name !== '').join(', ')
  return record({
    kind: 'profile',
    id: `feed ${steady(page ?? '').replace(/\/$/, '') || steady(textOf(feed.feed_url) || url)}`,
    time: NO_TIME,
    author,
    text: [title, about].filter((part) => part).join('\n'),
    links: page ? [{ shown: title || page, target: page }] : [],
    details: { what: 'feed', title, image: textOf(feed.icon), language: textOf(feed.language) },
    content: { title, about, author, page: steady(page ?? ''), language: textOf(feed.language) },
  })
}

interface FeedFile {
  readonly url: string
  readonly type: string
  readonly sound: boolean
  readonly attached: boolean
}

function filesOf(item: JsonObject): readonly FeedFile[] {
  const attached = objectsOf(item.attachments).map((file) => {
    const [url, type] = [textOf(file.url), textOf(file.mime_type)]
    return { url, type, sound: isSound({ url, type: type || undefined, length: undefined }), attached: true }
  })
  const image = textOf(item.image)
  return image === '' ? attached : [...attached, { url: image, type: 'image/*', sound: false, attached: false }]
}

function absolute(url: string, base: string): string {
  return URL.parse(url, base)?.href ?? url
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
