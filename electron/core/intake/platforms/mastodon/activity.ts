// Owns making records of activities: posts, replies, questions, boosts.
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import { blockText, linksIn, parseFragment } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { isObject, type JsonObject, objectsOf, textOf, textOrNull, textsOf } from '../../kit/value.ts'

const PUBLIC = /(?:#Public|^as:Public|^Public)$/

/** One item of the outbox. */
export function activityOutcome(value: unknown, { about, media }: Reading<null>): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as an activity must be')
  const author = about.ownerHandle ?? lastStep(textOf(value.actor))
  const visibility = visibilityOf(value)
  if (value.type === 'Announce') {
    const target = textOf(value.object)
    return record({
      kind: 'repost',
      id: textOrNull(value.id),
      time: writtenTime(value.published, 'UTC'),
      author,
      text: target,
      links: [{ shown: target, target }],
      parent: target,
      details: { visibility, boosted: target },
      content: { object: target, published: value.published },
    })
  }
  const note = value.object
  if (value.type !== 'Create' || !isObject(note)) {
    return passedOver(`An activity of the kind ${textOf(value.type) || 'unknown'} that is no post.`)
  }
  const html = textOf(note.content)
  const document = parseFragment(html)
  const text = blockText(document)
  const warning = textOf(note.summary)
  const files = objectsOf(note.attachment)
  const options = [...objectsOf(note.oneOf), ...objectsOf(note.anyOf)]
  const parent = textOrNull(note.inReplyTo)
  return record({
    kind: parent === null ? 'post' : 'reply',
    id: textOrNull(note.id) ?? textOrNull(value.id),
    time: writtenTime(note.published ?? value.published, 'UTC'),
    author,
    parent,
    conversation: textOrNull(note.conversation) ?? textOrNull(note.context),
    text: [warning, text, ...options.map(({ name }) => textOf(name))].filter((line) => line !== '').join('\n'),
    links: linksIn(document),
    details: {
      visibility,
      contentWarning: warning,
      sensitive: note.sensitive === true || undefined,
      url: textOf(note.url),
      edited: textOf(note.updated),
      tags: objectsOf(note.tag).map(({ type, name, href }) => ({ type, name, href })),
      poll: options.map(({ name }) => textOf(name)),
      pollEnds: textOf(note.endTime),
      languages: isObject(note.contentMap) ? Object.keys(note.contentMap) : undefined,
    },
    measures: options.flatMap(({ name, replies }) =>
      isObject(replies) && typeof replies.totalItems === 'number'
        ? [[`votes: ${textOf(name)}`, replies.totalItems] as const]
        : [],
    ),
    content: {
      html,
      warning,
      parent,
      options: options.map(({ name }) => name),
      files: files.map(({ url, name }) => [lastStep(textOf(url)), name]),
      updated: note.updated,
    },
    media: files.flatMap(({ url, name }) =>
      textOf(url) === ''
        ? []
        : [media.file({ uri: textOf(url).replace(/^\/(?:system\/)?/, ''), alt: textOrNull(name) })],
    ),
  })
}

/** An address that the account favoured or bookmarked; the export gives no time. */
export function savedOutcome(value: unknown, kind: 'like' | 'bookmark'): Outcome {
  if (typeof value !== 'string' || value === '') return failed('not-an-address', 'is not an address')
  const time = { at: null, atSource: null, precision: 'unknown', sourceZone: null } as const
  return record({
    kind,
    id: value,
    time,
    author: '',
    text: value,
    links: [{ shown: value, target: value }],
    content: { object: value },
  })
}

function visibilityOf({ to, cc }: JsonObject): string {
  if (textsOf(to).some((one) => PUBLIC.test(one)) || PUBLIC.test(textOf(to))) return 'public'
  if (textsOf(cc).some((one) => PUBLIC.test(one))) return 'unlisted'
  return textsOf(to).some((one) => /\/followers$/.test(one)) ? 'followers only' : 'direct'
}

const lastStep = (address: string) => address.slice(address.lastIndexOf('/') + 1)
