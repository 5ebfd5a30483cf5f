// Owns Facebook's pages until 2017: threads, the timeline, albums (formats.md §1 'Trees').
import { type AnyNode, type Element, isTag } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { blockText, elementsIn, hasClass, parseMarkup, plainText } from '../../kit/markup.ts'
import type { MarkupPlace } from '../../kit/markup-reader.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME } from '../../kit/time.ts'
import { baseName } from '../../kit/value.ts'
import { bodyOf } from './body.ts'
import { pageTime } from './dates.ts'
import { messageRecord } from './message-record.ts'
import { ownerOf, pageOf, titleIn } from './page-state.ts'

/** A thread with everything in it: names first, then for each message a header and, beside it, its words. */
export function oldThread<State>(
  thread: Element,
  { index, ancestors }: MarkupPlace,
  reading: Reading<State>,
): Outcome | readonly Outcome[] {
  const page = pageOf(reading)
  page.title = titleIn(ancestors)
  const nodes = thread.children
  const first = nodes.findIndex(isMessage)
  const before = first < 0 ? nodes : nodes.slice(0, first)
  const names = bodyOf(before)
    .blocks.map((line) => line.replace(/^participants:\s*/i, ''))
    .join(', ')
  page.participants = names === '' ? null : names
  const frame = passedOver('A conversation: its messages are read one by one.')
  const conversation = names === '' ? `${page.title} ${index}` : names
  const messages: Outcome[] = []
  for (let at = first; at >= 0 && at < nodes.length; ) {
    const header = nodes[at]
    let end = at + 1
    while (end < nodes.length && !isMessage(nodes[end])) end += 1
    const body = bodyOf(nodes.slice(at + 1, end))
    const [sender, when] = ['user', 'meta'].map((name) => textWithin(header, name))
    const time = pageTime(when ?? '', page.order)
    messages.push(
      messageRecord(reading, {
        sender: sender ?? '',
        time,
        text: body.blocks.join('\n'),
        body,
        details: {},
        conversation,
      }),
    )
    at = end
  }
  return [frame, ...messages]
}

const isMessage = (node: AnyNode | undefined): boolean => node !== undefined && isTag(node) && hasClass(node, 'message')

function textWithin(node: AnyNode | undefined, name: string): string {
  return blockText(elementsIn(node, (one) => hasClass(one, name))[0])
}

/** The timeline: a date, then what happened, its words in a frame. */
export function oldTimeline<State>(bytes: Buffer, reading: Reading<State>): Outcome | readonly Outcome[] {
  const document = parseMarkup(bytes, false)
  const { order } = pageOf(reading)
  const posts: Outcome[] = []
  for (const holder of new Set(elementsIn(document, isDate).map(({ parent }) => parent))) {
    if (holder === null || !('children' in holder)) continue
    // A date may stand in a paragraph of its own post, or in one row with all others.
    const nodes = holder.children
    const dates = nodes.flatMap((node, at) => (isTag(node) && isDate(node) ? [at] : []))
    for (const [place, at] of dates.entries()) {
      const rest = nodes.slice(at + 1, dates[place + 1] ?? nodes.length)
      const framed = rest.filter((one) => isTag(one) && hasClass(one, 'comment'))
      const body = bodyOf(rest.filter((one) => !framed.includes(one)))
      const words = bodyOf(framed)
      const text = words.blocks.join('\n')
      const title = body.blocks.join('\n')
      const time = pageTime(blockText(nodes[at]), order)
      const media = [...body.media, ...words.media]
      posts.push(
        record({
          kind: 'post',
          key: title,
          time,
          author: ownerOf(reading),
          text: text === '' ? title : text,
          links: [...body.links, ...words.links],
          media: media.map((named) => reading.media.file(named)),
          content: { at: time.atSource, title, text, media: media.map(({ uri }) => baseName(uri)) },
          details: { title },
        }),
      )
    }
  }
  return [passedOver('The page of the timeline: its posts are read one by one.'), ...posts]
}

const isDate = (one: Element) => one.name === 'div' && hasClass(one, 'meta')

/** A photo or film of an album with what was said below it. */
export function oldPhoto<State>(
  block: Element,
  { index, ancestors }: MarkupPlace,
  reading: Reading<State>,
): Outcome | readonly Outcome[] {
  const page = pageOf(reading)
  if (index === 0) page.title = titleIn(ancestors)
  const comments = elementsIn(block, (one) => hasClass(one, 'comment') && one.parent !== null)
  const [date] = elementsIn(block, (one) => isDate(one) && !comments.some((comment) => isWithin(one, comment)))
  const body = bodyOf(
    block.children
      .filter((one) => !isTag(one) || !comments.includes(one))
      .flatMap((one) => without(one, [...comments, date])),
  )
  const time = date === undefined ? NO_TIME : pageTime(blockText(date), page.order)
  const text = body.blocks.join('\n')
  const named = body.media.map(({ uri }) => baseName(uri))
  const key = `${page.title} ${named.join(' ')}`
  const photo = record({
    kind: 'photo',
    key,
    time,
    author: ownerOf(reading),
    text,
    links: body.links,
    media: body.media.map((one) => reading.media.file(one)),
    content: { at: time.atSource, text, media: named },
    details: { album: page.title },
  })
  const said = comments.map((comment) => {
    const [user] = elementsIn(comment, (one) => hasClass(one, 'user'))
    const [when] = elementsIn(comment, isDate)
    const words = bodyOf(comment.children.filter((one) => one !== user && one !== when))
    const at = when === undefined ? NO_TIME : pageTime(blockText(when), page.order)
    const author = plainText(user).trim()
    const own = words.blocks.join('\n')
    return record({
      kind: 'comment',
      key: `${key} ${author}`,
      time: at,
      author,
      text: own,
      links: words.links,
      content: { at: at.atSource, author, text: own },
      details: { on: named },
    })
  })
  return [photo, ...said]
}

function isWithin(node: AnyNode, holder: AnyNode): boolean {
  for (let one: AnyNode | null = node; one !== null; one = one.parent) if (one === holder) return true
  return false
}

/** The node's pieces without some elements in it. */
function without(node: AnyNode, left: readonly (AnyNode | undefined)[]): readonly AnyNode[] {
  if (left.includes(node)) return []
  if (!isTag(node) || !left.some((one) => one !== undefined && isWithin(one, node))) return [node]
  return node.children.flatMap((one) => without(one, left))
}
