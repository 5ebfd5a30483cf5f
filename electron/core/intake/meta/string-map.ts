// Owns Meta's lists of labelled strings: `{title, string_map_data:{label: {value, href, timestamp}}}` and `{title, string_list_data:[…]}`. Labels are in the account's language.
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import { isPrivateField } from '../../../../shared/text/without-secrets.ts'
import type { Outcome } from '../draft.ts'
import { record } from '../kit/draft.ts'
import { secondsTime, type TimeFields } from '../kit/time.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'
import { mediaNames, metaMedia } from './media.ts'
import type { PostHint } from './post.ts'
import type { MetaReading } from './reading.ts'

const COMMENT =
  /^(?:comment|comentario|comentário|comentariu|commentaire|kommentar|commento|opmerking|reactie|kommentti|komentarz|komentář|komentar|yorum|bình luận|комментарий|коментар|コメント|댓글|评论|評論|留言|σχόλιο|hozzászólás|تعليق|टिप्पणी)$/iu
const OWNER =
  /owner|eigentümer|inhaber|eigenaar|propriet|propriét|dueñ|titular|właściciel|владелец|所有者|소유자|sahibi|chủ sở hữu/iu
const HANDLE = /^[a-z0-9._]{1,30}$/

/** One label with what stands under it. */
interface Labelled {
  readonly label: string
  readonly value: string
  readonly href: string
  readonly seconds: unknown
}

/** The labels of an item in their order; addresses of computers, devices and the like stay in the source. */
export function labelsOf({ string_map_data: map }: JsonObject): readonly Labelled[] {
  return Object.entries(isObject(map) ? map : {}).flatMap(([label, said]) => {
    const { value, href, timestamp } = isObject(said) ? said : { value: said, href: '', timestamp: 0 }
    const one = { label, value: textOf(value), href: textOf(href), seconds: timestamp }
    return isPrivateField(label, one.value) ? [] : [one]
  })
}

/** Whether an item of strings is a comment: words, whose medium it is under, and a moment, under whatever labels. */
export function looksLikeComment(item: JsonObject): boolean {
  const labels = labelsOf(item)
  if (labels.some(({ label }) => COMMENT.test(label))) return true
  const said = sayings(labels)
  return Array.isArray(item.media_list_data) && labels.length <= 3 && said.length > 0 && said.length <= 2
}

/** A comment of the account under somebody’s medium. */
export function commentOutcome(item: JsonObject, hint: PostHint, reading: MetaReading): Outcome {
  const labels = labelsOf(item)
  const { text, owner } = wordsAndOwner(labels)
  const media = objectsOf(item.media_list_data)
  return record({
    kind: 'comment',
    key: owner,
    time: momentOf(labels, item),
    author: reading.owner,
    state: hint.state ?? 'live',
    text,
    links: linksOf(labels),
    details: { mediaOwner: owner, title: textOf(item.title), ...hint.details },
    content: { text, owner, media: mediaNames(media).filter((name) => name !== '') },
    media: metaMedia(media, reading.media),
  })
}

function wordsAndOwner(labels: readonly Labelled[]): { readonly text: string; readonly owner: string } {
  const said = sayings(labels)
  const named = labels.find(({ label }) => COMMENT.test(label))
  const ofOwner = said.find((one) => one !== named && OWNER.test(one.label))
  if (named !== undefined)
    return { text: named.value, owner: (ofOwner ?? said.find((one) => one !== named))?.value ?? '' }
  if (ofOwner !== undefined) return { text: said.find((one) => one !== ofOwner)?.value ?? '', owner: ofOwner.value }
  const [first, second] = said
  // Labels of a language that is not known: the words stand first, unless only the first can be a name.
  const swapped = first !== undefined && second !== undefined && HANDLE.test(first.value) && !HANDLE.test(second.value)
  return { text: (swapped ? second : first)?.value ?? '', owner: (swapped ? first : second)?.value ?? '' }
}

/** Anything else that is said in labelled strings: something saved, something changed. */
export function stringMapOutcome(item: JsonObject, hint: PostHint, reading: MetaReading): Outcome {
  const labels = labelsOf(item)
  const title = textOf(item.title)
  const links = linksOf(labels)
  const media = isObject(item.media_map_data) ? Object.values(item.media_map_data).filter(isObject) : []
  return record({
    kind: hint.kind,
    key: links[0]?.target ?? title,
    time: momentOf(labels, item),
    author: reading.owner,
    state: hint.state ?? 'live',
    text: [...new Set([title, ...labels.map(({ value }) => value)])].filter((line) => line !== '').join('\n'),
    links,
    details: {
      title,
      fields: labels.map(({ label, value, seconds }) => ({ label, value, time: seconds })),
      ...hint.details,
    },
    content: { title, fields: labels.map(({ label, value }) => [label, value]), links, media: mediaNames(media) },
    media: metaMedia(media, reading.media),
  })
}

/** Likes and the like: under a name one or several moments, each a record; one without any is a record without time. */
export function stringListOutcomes(item: JsonObject, hint: PostHint, reading: MetaReading): readonly Outcome[] {
  const title = textOf(item.title)
  const said = objectsOf(item.string_list_data)
  return (said.length === 0 ? [{}] : said).map(({ href, value, timestamp }: JsonObject) => {
    const [target, words] = [textOf(href), textOf(value)]
    return record({
      kind: hint.kind,
      key: target === '' ? title : target,
      // Until 2020 likes had no address.
      twin: isReaction(hint.kind) ? 'words' : null,
      time: secondsTime(timestamp),
      author: reading.owner,
      state: hint.state ?? 'live',
      text: title === '' ? words : title,
      links: target === '' ? [] : [{ shown: title === '' ? target : title, target }],
      details: { title, [isReaction(hint.kind) ? 'reaction' : 'value']: words, ...hint.details },
      content: { title, target, value: words },
    })
  })
}

const isReaction = (kind: RecordKind) => kind === 'like' || kind === 'reaction'

const isMoment = (seconds: unknown) => typeof seconds === 'number' && seconds > 0

/** What is said, besides moments. */
function sayings(labels: readonly Labelled[]): readonly Labelled[] {
  return labels.filter(({ value, seconds }) => value !== '' && !isMoment(seconds))
}

function momentOf(labels: readonly Labelled[], { timestamp, creation_timestamp: created }: JsonObject): TimeFields {
  return secondsTime(labels.map(({ seconds }) => seconds).find(isMoment) ?? timestamp ?? created)
}

function linksOf(labels: readonly Labelled[]) {
  return labels.flatMap(({ label, value, href }) =>
    href === '' ? [] : [{ shown: value === '' ? label : value, target: href }],
  )
}
