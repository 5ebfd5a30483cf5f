// Owns making records of a post's own page, and of a conversation's. A page whose post stands in the XML too is another sighting of it.
import { type Document, type Element, isTag } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { PARTIAL_FORM } from '../../identity-forms.ts'
import { record } from '../../kit/draft.ts'
import { blockText, elementsIn, hasClass, linksIn, parseMarkup } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME } from '../../kit/time.ts'
import { baseName } from '../../kit/value.ts'
import { pageTime } from '../../meta/html/dates.ts'
import { postNumber } from './claim.ts'
import { embedsIn, picturesIn, trailIn } from './html.ts'
import { mediaOf } from './media.ts'
import type { TumblrState } from './state.ts'

/** The page of a post: its time and tags stand in the last footer, as a post passed on brings its own. */
export function postPage(bytes: Buffer, { file, about, state, media }: Reading<TumblrState>): Outcome {
  const document = parseMarkup(bytes, false)
  const body = elementsIn(document, ({ name }) => name === 'body')[0] ?? document
  const footers = elementsIn(body, ({ name, attribs }) => name === 'footer' || attribs.id === 'footer')
  const footer = footers.findLast((one) => momentIn(one) !== '') ?? footers.at(-1)
  const moment = momentIn(footer)
  const tags = elementsIn(footer, (one) => hasClass(one, 'tag')).map((tag) => blockText(tag).replace(/^#/, ''))
  takeOff(footer)
  // Some pages have an empty heading before their own; a heading further down belongs to the words.
  const heading = elementsIn(body, ({ name }) => name === 'h1').find((one) => blockText(one) !== '')
  const title = heading !== undefined && blockText(body).startsWith(blockText(heading)) ? blockText(heading) : ''
  if (title !== '') takeOff(heading)
  const words = blockText(body)
  const embeds = embedsIn(body)
  const named = picturesIn(body)
  const number = postNumber(file.name)
  const twin = number === null ? undefined : state.twins.get(number)
  const submitted = /(?:^|\/)submissions\//.test(file.member.name)
  return record({
    kind: 'post',
    ...(number === null ? { key: title } : { id: number }),
    ...(twin === undefined ? { form: 'partial' as const } : {}),
    time: twin?.time ?? (moment === '' ? NO_TIME : pageTime(moment)),
    author: twin?.author ?? (submitted ? '' : (about.ownerHandle ?? '')),
    state: twin?.state ?? (submitted ? 'draft' : 'live'),
    text: [title, words].filter((part) => part !== '').join('\n'),
    links: [...linksIn(body), ...embeds.addresses.map((target) => ({ shown: target, target }))],
    details: {
      title,
      tags,
      localTime: moment,
      form: twin === undefined ? PARTIAL_FORM : '',
      trail: trailIn(body),
      submission: submitted ? 'Sent to the blog by somebody; the page does not say by whom.' : '',
    },
    content: twin?.content ?? {
      title,
      words,
      tags,
      links: linksIn(body),
      files: named.map(({ uri }) => baseName(uri)),
    },
    // The record has the files of its post in the XML.
    media: twin === undefined ? mediaOf(number, named, media) : [],
  })
}

/** A page of a conversation. Its form is not established: its words are kept whole, and nobody is said to have said them. */
export function conversationPage(bytes: Buffer, { file, media }: Reading<TumblrState>): Outcome {
  const document: Document = parseMarkup(bytes, false)
  const body = elementsIn(document, ({ name }) => name === 'body')[0] ?? document
  const name = baseName(file.name).replace(/\.html?$/i, '')
  const text = blockText(body)
  const named = picturesIn(body)
  return record({
    kind: 'chat',
    id: `conversation page ${name}`,
    time: NO_TIME,
    author: '',
    conversation: name,
    text,
    links: linksIn(body),
    details: { title: blockText(elementsIn(document, (one) => one.name === 'title')[0]) },
    content: { text, links: linksIn(body) },
    media: named.map((one) => media.file(one)),
  })
}

const momentIn = (footer: Element | undefined) =>
  blockText(elementsIn(footer, ({ attribs }) => attribs.id === 'timestamp')[0])

function takeOff(element: Element | undefined): void {
  const parent = element?.parent
  if (element === undefined || parent === null || parent === undefined) return
  if (isTag(parent) || parent.type === 'root') parent.children = parent.children.filter((one) => one !== element)
}
