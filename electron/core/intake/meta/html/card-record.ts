// Owns making records of the cards of posts, comments, likes, photos, stories and the like.
import type { Element } from 'domhandler'
import type { RecordKind } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { elementsIn, hasClass } from '../../kit/markup.ts'
import type { MarkupPlace } from '../../kit/markup-reader.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, type TimeFields } from '../../kit/time.ts'
import { baseName } from '../../kit/value.ts'
import { type Body, bodyOf, type Field } from './body.ts'
import { type CardParts, partsOf } from './card.ts'
import { type DayOrder, isPageTime, pageTime } from './dates.ts'
import { ownerOf, pageOf, titleIn } from './page-state.ts'
import { isArchived, isTrash, type PageType } from './pages.ts'

const KINDS: Readonly<Record<Exclude<PageType, 'messages'>, RecordKind>> = {
  posts: 'post',
  comments: 'comment',
  reactions: 'reaction',
  photos: 'photo',
  videos: 'video',
  albums: 'photo',
  stories: 'story',
  events: 'event',
  saved: 'bookmark',
  activity: 'account-event',
  other: 'other',
}

/** A card as a record of its page's kind. */
export function cardRecord<State>(
  type: Exclude<PageType, 'messages'>,
  card: Element,
  { index, ancestors }: MarkupPlace,
  reading: Reading<State>,
): Outcome | readonly Outcome[] {
  const page = pageOf(reading)
  if (index === 0) page.title = titleIn(ancestors)
  const parts = partsOf(card)
  const { time, body } = dated(parts, bodyOf(parts.body), page.order)
  const { fields } = body
  const empty = parts.heading === '' && body.blocks.length === 0 && fields.length === 0
  if (empty && body.media.length === 0 && body.links.length === 0 && time.atSource === null)
    return passedOver('A frame of the page with nothing in it.')
  const ofInstagram = hasCaptions(card)
  const words = wordsOf(type, ofInstagram && CAPTIONED.has(type), parts, body, fields, page.order)
  const kind = type === 'reactions' && ofInstagram ? 'like' : KINDS[type]
  const media = body.media.map((named) => reading.media.file(named))
  const target = fields.find(({ href }) => href !== undefined)?.href ?? body.links[0]?.target ?? ''
  const outcome = record({
    kind,
    key: [type, words.title, kind === 'like' || kind === 'reaction' ? target : '']
      .filter((one) => one !== '')
      .join(' '),
    time,
    author: ownerOf(reading),
    // As the JSON form is read: what has no words of its own shows its heading.
    // The body of a reaction is who reacted.
    text:
      (words.text === '' && type !== 'comments') || (type === 'reactions' && words.title !== '')
        ? words.title
        : words.text,
    state: isTrash(reading.file.member.name) ? 'deleted' : 'live',
    links: body.links,
    media,
    content: {
      at: time.atSource,
      title: words.title,
      text: words.text,
      fields: fields.map(({ label, value }) => [label, value]),
      media: body.media.map(({ uri }) => baseName(uri)),
      links: body.links.map(({ target: to }) => to),
    },
    details: {
      title: words.title,
      album: type === 'albums' ? page.title : '',
      fields,
      group: /(?:^|\/)groups\//.test(reading.file.member.name) ? fields[0]?.value : '',
      reaction: body.icons[0] ?? '',
      updated: words.updated,
      archived: isArchived(reading.file.member.name) ? true : null,
      permalink: parts.footLink,
      reactions: body.reactions,
    },
  })
  if (type !== 'albums' || index > 0 || page.title === '') return outcome
  const album = record({
    kind: 'album',
    key: `album ${page.title}`,
    time: NO_TIME,
    author: '',
    text: page.title,
    content: { title: page.title },
  })
  return [outcome, album]
}

interface Words {
  readonly title: string
  readonly text: string
  readonly updated: string
}

/** Captions of Instagram stand in the heading; headings of Facebook are sentences about the post, whose words stand in the body. */
function wordsOf(
  type: PageType,
  isCaption: boolean,
  { heading }: CardParts,
  { blocks, links, media }: Body,
  fields: readonly Field[],
  order: DayOrder,
): Words {
  const last = blocks.at(-1) ?? ''
  const isUpdate =
    last !== '' &&
    (blocks.length > 1 || media.length > 0 || /^updated /i.test(last)) &&
    isPageTime(last, order) &&
    /^\p{L}/u.test(last)
  const shown = new Set(links.map(({ shown: words }) => words))
  const lines = (isUpdate ? blocks.slice(0, -1) : blocks).filter(
    (block) => !(shown.has(block) && /^(?:https?:\/\/\S+|👍|❤)$/u.test(block)),
  )
  const updated = isUpdate ? last : ''
  const body = lines.join('\n')
  if (type === 'comments' && body === '') return { title: heading, text: commentIn(fields), updated }
  if (!isCaption || heading === '') return { title: heading, text: body, updated }
  return { title: '', text: lines.includes(heading) || body === '' ? heading : `${heading}\n${body}`, updated }
}

const CAPTIONED: ReadonlySet<PageType> = new Set<PageType>(['posts', 'photos', 'videos', 'stories', 'albums', 'other'])

/** Instagram's headings have a class of their own. */
function hasCaptions(card: Element): boolean {
  return (
    elementsIn(card, (one) => hasClass(one, '_2pim')).length > 0 ||
    (elementsIn(card, (one) => hasClass(one, '_a72d')).length === 0 &&
      hasClass(card, '_a6-g') &&
      card.name === 'div' &&
      hasClass(card, 'uiBoxWhite'))
  )
}

function commentIn(fields: readonly Field[]): string {
  return fields.find(({ label }) => label.toLowerCase() === 'comment')?.value ?? fields[0]?.value ?? ''
}

/** A card's body without what only says when it was. */
interface Dated {
  readonly time: TimeFields
  readonly body: Body
}

/** When it was: the foot's words, else those of the one field or of the last line that is a moment. */
function dated(parts: CardParts, body: Body, order: DayOrder): Dated {
  if (parts.foot !== '') return { time: pageTime(parts.foot, order), body }
  const moment = body.fields.find(({ value }) => isPageTime(value, order))
  if (moment !== undefined) {
    return {
      time: pageTime(moment.value, order),
      body: { ...body, fields: body.fields.filter((one) => one !== moment) },
    }
  }
  const last = body.blocks.at(-1) ?? ''
  if (!isPageTime(last, order)) return { time: NO_TIME, body }
  return { time: pageTime(last, order), body: { ...body, blocks: body.blocks.slice(0, -1) } }
}
