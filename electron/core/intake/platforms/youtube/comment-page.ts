// Owns Takeout's pages of comments and live chat messages of the years before 2022: an item each, with a sentence in any language that holds time and video.
import { type AnyNode, type Element, isTag } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { blockText, linksIn, plainText } from '../../kit/markup.ts'
import { writtenTime } from '../../kit/time.ts'

/** `2020-04-27 23:18:23 UTC`, before 2019 `2016-06-15T08:50:49Z`: both are in UTC. */
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?: ?UTC|Z)?/

/** Whether the beginning of a page shows such items. */
export function isCommentPage(text: string): boolean {
  const [item = ''] = /<li>[\s\S]{0,600}/i.exec(text) ?? []
  return TIME.test(item) && /youtube\.com\/|youtu\.be\//i.test(item)
}

/** @param owner the account's channel, where the export has one: the page says “you” only */
export function pageCommentOutcome(item: Element, owner: string): Outcome {
  const cut = item.children.findIndex((node) => isTag(node) && node.name === 'br')
  const sentence = cut < 0 ? item.children : item.children.slice(0, cut)
  const words = cut < 0 ? [] : item.children.slice(cut + 1)
  const [time] = TIME.exec(sentence.map(plainText).join('')) ?? []
  if (time === undefined) return failed('comment-without-time', 'names no time, as a comment must')
  const places = sentence.flatMap(linksIn)
  const address = places.map(({ target }) => target).find((target) => /[?&]v=|youtu\.be\//.test(target)) ?? ''
  const video = /(?:[?&]v=|youtu\.be\/)([\w-]+)/.exec(address)?.[1] ?? ''
  const id = /[?&]lc=([\w.-]+)/.exec(address)?.[1] ?? null
  const parent = id?.includes('.') === true ? id.slice(0, id.indexOf('.')) : ''
  const text = wordsIn(words)
  return record({
    kind: 'comment',
    id,
    key: video,
    time: writtenTime(time, 'UTC'),
    author: owner,
    conversation: video || null,
    parent: parent || video || null,
    text,
    links: [...words.flatMap(linksIn), ...places],
    details: { video, said: sentence.map(plainText).join('').trim() },
    content: { text, video, parent },
  })
}

function wordsIn(nodes: readonly AnyNode[]): string {
  return nodes
    .map((node) => (isTag(node) && node.name === 'br' ? '\n' : isTag(node) ? blockText(node) : plainText(node)))
    .join('')
    .trim()
}
