// Captured pages, as they stood when everything on them was opened: their posts and comments, by the marks that pages make for machines
// (microdata, microformats, ARIA), or declare beside it (JSON-LD). Who wrote one, when, and under which address is taken as the page says it, and left out where it does not.
import { createHash } from 'node:crypto'
import type { Document, Element } from 'domhandler'
import { BY_WORDS } from '../../../../shared/domain/capture/by-words.ts'
import type { AnswerItem, CapturedReader, StoredAnswer } from '../captured-reader.ts'
import { declaredItems } from '../kit/declared-items.ts'
import { passedOver, record } from '../kit/draft.ts'
import { blockText, elementsIn, hasClass, linksIn, parseMarkup, plainText } from '../kit/markup.ts'
import { fullestOf } from '../kit/same-item.ts'
import { addressWithoutSession } from '../kit/session-address.ts'
import { NO_TIME, writtenTime } from '../kit/time.ts'

export default {
  name: 'page',
  read: (answer) => {
    const tree = parseMarkup(answer.bytes, false)
    const shown = [...itemsOf(answer, tree)]
    return [...shown, ...declaredOf(answer, tree, shown)]
  },
  shows: ({ bytes, url }) => {
    const [tree, page] = [parseMarkup(bytes, false), pageOf(url)]
    return [
      ...elementsIn(tree, isItem).flatMap((item) => picturesOf(item, page).map(({ address }) => address)),
      ...blocksIn(tree).flatMap(({ items }) => items.flatMap(({ pictures }) => absolute(pictures, page))),
    ]
  },
} satisfies CapturedReader

/** Items of one page. */
const MOST = 100_000

function* itemsOf(answer: StoredAnswer, tree: Document): Generator<AnswerItem> {
  const page = pageOf(answer.url)
  const items = elementsIn(tree, isItem).slice(0, MOST)
  const keys = new Map<Element, string>()
  const taken = new Map<string, number>()
  const ids = new Map<number, string>()
  const numbered = (stem: string, isBare: boolean): string => {
    if (isBare) return stem
    const times = (taken.get(stem) ?? 0) + 1
    taken.set(stem, times)
    return times === 1 ? stem : `${stem} (${times})`
  }
  const all = withAddresses(items.map((item) => factsOf(item, page)))
  const read = fullestOf(all)
  for (const [nth, item] of items.entries()) {
    const outer = outerItem(item)
    const parent = outer === null ? null : (keys.get(outer) ?? null)
    const facts = all[nth]
    if (facts === undefined) continue
    const stem = facts.address ?? `${page} ${facts.mark || byWords(facts.text)}`
    const stead = read[nth] ?? nth
    // The same words twice are two comments; what has nothing of its own takes no number from what has.
    const id = ids.get(stead) ?? numbered(stem, facts.text === '' && facts.pictures.length === 0)
    ids.set(stead, id)
    keys.set(item, id)
    if (facts.text === '' && facts.pictures.length === 0) continue
    const start = item.startIndex ?? 0
    const own = {
      pointer: `/item[${nth + 1}]`,
      start,
      bytes: answer.bytes.subarray(start, (item.endIndex ?? start) + 1),
    }
    if (stead !== nth) {
      yield { ...own, outcome: SHOWN_TWICE }
      continue
    }
    yield {
      ...own,
      outcome: record({
        kind: isComment(item, outer) ? 'comment' : 'post',
        id,
        time: facts.written === '' ? NO_TIME : writtenTime(facts.written, 'unknown'),
        author: facts.author,
        text: facts.text,
        conversation: page,
        parent,
        links: facts.links,
        details: { page, address: facts.address, title: facts.title },
        content: {
          text: facts.text,
          author: facts.author,
          written: facts.written,
          pictures: facts.pictures.map(({ address }) => address),
        },
        media: facts.pictures.map(({ address, alt }) => answer.medium(address, alt)),
      }),
    }
  }
}

/** The archive of a month or a day, to which dates lead on many sites. */
const ARCHIVE = /\/\d{4}\/\d{1,2}(?:\/\d{1,2})?\/?(?:[?#]|$)/

/** Where nothing is marked as its address, what leads on from an item's date is it, as sites have it: of one item alone, and no archive of days. */
function withAddresses<Facts extends { readonly address: string | null; readonly dated: string | null }>(
  all: readonly Facts[],
): Facts[] {
  const times = new Map<string | null, number>()
  for (const { dated } of all) times.set(dated, (times.get(dated) ?? 0) + 1)
  return all.map((facts) => {
    const { address, dated } = facts
    if (address !== null || dated === null || times.get(dated) !== 1 || ARCHIVE.test(dated)) return facts
    return { ...facts, address: dated }
  })
}

const TWICE = passedOver(
  'Declared for machines beside the page’s words, and shown by them too: it is read from what is shown.',
)

const SHOWN_TWICE = passedOver(
  'Shown twice on the page under one address, as what is pinned above a list is: it is read where it is shown in full.',
)

/** Posts and comments that a page declares as JSON-LD and does not mark where it shows them. */
function* declaredOf(answer: StoredAnswer, tree: Document, shown: readonly AnswerItem[]): Generator<AnswerItem> {
  const page = pageOf(answer.url)
  const drafts = shown.flatMap(({ outcome }) => (outcome.type === 'record' ? [outcome.draft] : []))
  const ids = new Set(drafts.map(({ nativeId }) => nativeId))
  const texts = drafts.map(({ text }) => tidy(text))
  for (const [nth, { start, items }] of blocksIn(tree).entries()) {
    const keys: string[] = []
    for (const [place, item] of items.entries()) {
      const address = item.address === '' ? null : (URL.parse(item.address, page)?.href ?? null)
      const text = item.text || item.title
      const id = address ?? `${page} ${byWords(text)}`
      keys.push(id)
      if (text === '' && item.pictures.length === 0) continue
      const isTwice = ids.has(id) || (item.text !== '' && texts.some((one) => one.includes(tidy(item.text))))
      ids.add(id)
      const { isComment: is, title, author, written, own, within } = item
      const pictures = absolute(item.pictures, page)
      yield {
        pointer: `/ld+json[${nth + 1}]/${place + 1}`,
        start,
        // Items stand in one another there: each is kept without the others, as it would be written alone.
        bytes: Buffer.from(JSON.stringify(own)),
        outcome: isTwice
          ? TWICE
          : record({
              kind: is ? 'comment' : 'post',
              id,
              time: written === '' ? NO_TIME : writtenTime(written, 'unknown'),
              author: tidy(author),
              text,
              conversation: page,
              parent:
                (item.answers && URL.parse(item.answers, page)?.href) ||
                (within === null ? null : (keys[within] ?? null)),
              links: [],
              details: { page, address, title },
              content: { text, author: tidy(author), written, pictures },
              media: pictures.map((one) => answer.medium(one, null)),
            }),
      }
    }
  }
}

/** A page's blocks of JSON-LD, each with its place in the page. */
function blocksIn(tree: Document) {
  return elementsIn(
    tree,
    ({ name, attribs }) => name === 'script' && /^application\/ld\+json/i.test(attribs.type ?? ''),
  ).map((block) => ({ start: block.startIndex ?? 0, items: declaredItems(wordsIn(block)) }))
}

const wordsIn = ({ children }: Element) => children.map((one) => ('data' in one ? one.data : '')).join('')

const absolute = (addresses: readonly string[], page: string) =>
  addresses.flatMap((one) => {
    const url = URL.parse(one, page)
    return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : []
  })

function factsOf(item: Element, page: string) {
  const own = (fits: (element: Element) => boolean) =>
    elementsIn(item, fits).filter((one) => one !== item && outerItem(one) === item)
  const written = own(
    (one) =>
      ['datePublished', 'dateCreated'].includes(one.attribs.itemprop ?? '') ||
      one.name === 'time' ||
      hasClass(one, 'dt-published'),
  )
  const named = own(
    (one) => one.attribs.itemprop === 'author' || hasClass(one, 'p-author') || one.attribs.rel === 'author',
  )
  const led = own(
    (one) =>
      one.name === 'a' && (one.attribs.itemprop === 'url' || one.attribs.rel === 'bookmark' || hasClass(one, 'u-url')),
  )
  const dated = own((one) => one.name === 'a' && elementsIn(one, ({ name }) => name === 'time').length > 0)
  const titled = own((one) => one.attribs.itemprop === 'headline' || hasClass(one, 'p-name'))
  const inner = own((one) => one.attribs.itemprop === 'name')
  const author = named[0]
  const address = led[0]?.attribs.href ?? item.attribs.itemid ?? ''
  return {
    written: written.map(({ attribs }) => attribs.datetime ?? attribs.content ?? '').find((text) => text !== '') ?? '',
    author: tidy(
      author === undefined
        ? ''
        : plainText(inner.find((one) => within(one, author)) ?? author) || (author.attribs.content ?? ''),
    ),
    title: tidy(plainText(titled[0])),
    address: addressWithoutSession(address, page),
    dated: addressWithoutSession(dated[0]?.attribs.href ?? '', page),
    mark: markOf(item),
    text: blockText(withoutItems(item)),
    links: linksIn(withoutItems(item)).flatMap(({ shown, target }) => {
      const url = URL.parse(target, page)
      return url === null || !/^https?:$/.test(url.protocol) ? [] : [{ shown: tidy(shown), target: url.href }]
    }),
    pictures: picturesOf(withoutItems(item), page),
  }
}

/** Marks that a program draws anew each time: they tell no item from another tomorrow. */
const DRAWN = /^(?::.*:|(?:mount_|jsc_|u_\d|ember|radix|react|headlessui|ui-id-|yui_).*)$/

function markOf({ attribs }: Element): string {
  return [attribs.id, attribs['data-id']].find((mark) => mark !== undefined && mark !== '' && !DRAWN.test(mark)) ?? ''
}

function picturesOf(item: Element, page: string): { readonly address: string; readonly alt: string | null }[] {
  return elementsIn(item, ({ name }) => name === 'img' || name === 'video' || name === 'source').flatMap(
    ({ attribs }) => {
      const url = URL.parse(attribs.src ?? '', page)
      return url === null || attribs.src === undefined || !/^https?:$/.test(url.protocol)
        ? []
        : [{ address: url.href, alt: tidy(attribs.alt ?? '') || null }]
    },
  )
}

const ITEM_TYPE =
  /schema\.org\/(?:Comment|SocialMediaPosting|BlogPosting|DiscussionForumPosting|NewsArticle|Article|Answer|Question)\b/

function isItem(element: Element): boolean {
  const { name, attribs } = element
  if (name === 'article' || attribs.role === 'article') return true
  if (ITEM_TYPE.test(attribs.itemtype ?? '') || hasClass(element, 'h-entry')) return true
  return name === 'li' && hasClass(element, 'comment')
}

function isComment(item: Element, outer: Element | null): boolean {
  return (
    outer !== null || /schema\.org\/(?:Comment|Answer)\b/.test(item.attribs.itemtype ?? '') || hasClass(item, 'comment')
  )
}

/** The item that an element stands in; null where it stands in none. */
function outerItem(element: Element): Element | null {
  for (let one = element.parent; one !== null; one = one.parent) if (isTagged(one) && isItem(one)) return one
  return null
}

function within(element: Element, outer: Element): boolean {
  for (let one = element.parent; one !== null; one = one.parent) if (one === outer) return true
  return false
}

function isTagged(node: Element | Document | { readonly type: string }): node is Element {
  return node.type === 'tag'
}

/** A copy without the items that stand in it; its text is its own. */
function withoutItems(item: Element): Element {
  const copy = item.cloneNode(false)
  const take = (from: Element, to: Element) => {
    for (const one of from.children) {
      if (isTagged(one) && (isItem(one) || one.name === 'button' || isAge(one))) continue
      const cloned = isTagged(one) ? one.cloneNode(false) : one.cloneNode(true)
      if (isTagged(one) && isTagged(cloned)) take(one, cloned)
      cloned.parent = to
      to.children.push(cloned)
    }
  }
  take(item, copy)
  return copy
}

/** How long ago an item was written (“2h”): other words at every look. Its date is read from what the page marks. */
function isAge(element: Element): boolean {
  return (
    element.name === 'time' && (element.attribs.datetime ?? '') !== '' && !/\d{4}|\d[/.]\d/.test(plainText(element))
  )
}

/** The page's own address: its state stands under `urn:dom:` and it. */
function pageOf(url: string): string {
  return url.replace(/^urn:dom:/, '')
}

const byWords = (text: string) => `${BY_WORDS}${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
