// Owns conversations on pages without Meta's class names: lists of who takes part, then blocks of sender, words, date.
import type { AnyNode, Element } from 'domhandler'
import { isTag } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { passedOver } from '../../kit/draft.ts'
import { blockText, children, elementsIn, parseMarkup, plainText } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { bodyOf } from './body.ts'
import { isPageTime, pageTime } from './dates.ts'
import { messageRecord } from './message-record.ts'
import { pageOf } from './page-state.ts'

/** Whether the beginning of a page has that form. */
export function isPlainThread(markup: string): boolean {
  if (!/>\s*Participants:\s*\S/.test(markup)) return false
  const document = parseMarkup(Buffer.from(`<meta charset="utf-8">${markup}`), false)
  return elementsIn(document, isBlock).length > 0
}

/** All messages of such a page. */
export function plainThread<State>(bytes: Buffer, reading: Reading<State>): Outcome | readonly Outcome[] {
  const document = parseMarkup(bytes, false)
  const page = pageOf(reading)
  const [title] = elementsIn(document, ({ name }) => name === 'title')
  page.title = title === undefined ? '' : plainText(title).trim()
  const line = elementsIn(document, (one) => /^Participants:/.test(blockText(one)) && children(one).length === 0)[0]
  page.participants = line === undefined ? null : blockText(line).replace(/^[^:]*:\s*/, '')
  const frame = passedOver('The page of a conversation: its messages are read one by one.')
  return [frame, ...elementsIn(document, isBlock).map((block) => oneMessage(block, reading))]
}

/** A sender, then more, and a date at the end. */
function isBlock(element: Element): boolean {
  const parts = children(element)
  const first = parts[0]
  const last = parts.at(-1)
  if (parts.length < 2 || first === undefined || last === undefined || first === last) return false
  return isPageTime(oneLine(last)) && blockText(first) !== '' && blockText(first).length <= 200 && !isTree(first)
}

/** `''` where it is several lines: a date is one. */
const oneLine = (one: Element) => (blockText(one).includes('\n') ? '' : blockText(one))
const isTree = (one: Element) => elementsIn(one, (inner) => isBlockDate(inner)).length > 0
const isBlockDate = (one: AnyNode) => isTag(one) && children(one).length === 0 && isPageTime(plainText(one))

function oneMessage<State>(block: Element, reading: Reading<State>): Outcome {
  const parts = children(block)
  const body = bodyOf(parts.slice(1, -1))
  return messageRecord(reading, {
    sender: blockText(parts[0]),
    time: pageTime(blockText(parts.at(-1)), pageOf(reading).order),
    text: body.blocks.join('\n'),
    body,
    details: {},
  })
}
