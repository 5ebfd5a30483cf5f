// Owns making records of activities: posts, replies, questions, boosts.
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import { blockText, linksIn, parseFragment } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, writtenTime } from '../../kit/time.ts'
import { countOf, isObject, type JsonObject, objectsOf, textOf, textOrNull, textsOf } from '../../kit/value.ts'

/** What a post can be. */
export const POSTS: ReadonlySet<string> = new Set([
  'Note',
  'Question',
  'Article',
  'Page',
  'Image',
  'Video',
  'Audio',
  'Event',
])
/** How servers name the post that a post quotes. */
const QUOTES = ['quote', 'quoteUri', 'quoteUrl', '_misskey_quote']
const PUBLIC = /(?:#Public|^as:Public|^Public)$/

/** One item of the outbox. */
export function activityOutcome(value: unknown, { about, media }: Pick<Reading<null>, 'about' | 'media'>): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as an activity must be')
  const author = authorOf(value, about)
  const visibility = visibilityOf(value)
  if (value.type === 'Announce') {
    // Who boosts a post of his own that is not public may find it whole here.
    const target = addressOf(value.object)
    return record({
      kind: 'repost',
      ...(textOrNull(value.id) === null ? { key: target } : { id: textOf(value.id) }),
      time: writtenTime(value.published, 'UTC'),
      author,
      text: target,
      links: target === '' ? [] : [{ shown: target, target }],
      parent: target || null,
      details: { visibility, boosted: target },
      content: { object: target, published: value.published },
    })
  }
  // A post may stand alone, without the activity that made it.
  const note = POSTS.has(textOf(value.type)) ? value : value.object
  if ((value.type !== 'Create' && note !== value) || !isObject(note)) {
    return passedOver(`An activity of the kind ${textOf(value.type) || 'unknown'} that is no post.`)
  }
  const html = textOf(note.content)
  const document = parseFragment(html)
  const text = blockText(document)
  const warning = textOf(note.summary)
  const files = objectsOf(note.attachment)
  const options = [...objectsOf(note.oneOf), ...objectsOf(note.anyOf)]
  const parent = textOrNull(note.inReplyTo)
  const quoted = QUOTES.map((key) => addressOf(note[key])).find((address) => address !== '') ?? ''
  return record({
    kind: parent === null ? 'post' : 'reply',
    id: textOrNull(note.id) ?? textOrNull(value.id),
    time: writtenTime(note.published ?? value.published, 'UTC'),
    author,
    parent,
    conversation: textOrNull(note.conversation) ?? textOrNull(note.context),
    text: [warning, text, ...options.map(({ name }) => textOf(name))].filter((line) => line !== '').join('\n'),
    links: [...linksIn(document), ...(quoted === '' ? [] : [{ shown: quoted, target: quoted }])],
    details: {
      visibility,
      contentWarning: warning,
      sensitive: note.sensitive === true || undefined,
      url: textOf(note.url),
      edited: textOf(note.updated),
      tags: objectsOf(note.tag).map(({ type, name, href }) => ({ type, name, href })),
      quoted,
      poll: options.map(({ name }) => textOf(name)),
      pollAllows: options.length === 0 ? undefined : Array.isArray(note.anyOf) ? 'several choices' : 'one choice',
      pollEnds: textOf(note.endTime) || textOf(note.closed),
      place: isObject(note.location) ? textOf(note.location.name) : undefined,
      languages: isObject(note.contentMap) ? Object.keys(note.contentMap) : undefined,
    },
    measures: [
      ...options.flatMap(({ name, replies }) =>
        countsOf(`votes: ${textOf(name)}`, isObject(replies) ? replies.totalItems : null),
      ),
      ...countsOf('voters', note.votersCount),
    ],
    content: {
      html,
      warning,
      parent,
      options: options.map(({ name }) => name),
      files: files.map(({ url, name }) => [lastStep(textOf(url)), name]),
      updated: note.updated,
      ...(quoted === '' ? {} : { quoted }),
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
  return record({
    kind,
    id: value,
    time: NO_TIME,
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

/** The profile as it was on the day of the export, with its pictures. */
export function actorOutcome(value: unknown, { media }: Pick<Reading<null>, 'media'>): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as an account must be')
  const about = parseFragment(textOf(value.summary))
  const fields = objectsOf(value.attachment).map((one) => ({
    name: textOf(one.name),
    value: blockText(parseFragment(textOf(one.value))),
  }))
  const name = textOf(value.name)
  const pictures = [value.icon, value.image].filter(isObject)
  const words = [name, blockText(about), ...fields.map((field) => `${field.name}: ${field.value}`)]
  return record({
    kind: 'profile',
    id: textOrNull(value.id),
    time: NO_TIME,
    author: textOf(value.preferredUsername),
    text: words.filter((part) => part !== '').join('\n'),
    links: linksIn(about),
    details: {
      name,
      fields,
      page: textOf(value.url),
      opened: textOf(value.published),
      alsoKnownAs: textsOf(value.alsoKnownAs),
      movedTo: textOf(value.movedTo),
    },
    content: { name, summary: value.summary ?? null, fields },
    media: pictures.flatMap(({ url }) => (textOf(url) === '' ? [] : [media.file({ uri: textOf(url), role: 'photo' })])),
  })
}

/** The owner by the handle; anybody else, in a post that lies beside, by what the address ends in. */
function authorOf(value: JsonObject, { ownerHandle, ownerNativeId }: Reading<null>['about']): string {
  const address = addressOf(value.actor) || addressOf(value.attributedTo)
  const isOwner = address === '' || ownerNativeId === null || address === ownerNativeId
  return isOwner ? (ownerHandle ?? lastStep(address)) : lastStep(address)
}

/** The address of what may be given whole or by its address. */
function addressOf(value: unknown): string {
  return isObject(value) ? textOf(value.id) || textOf(value.url) : textOf(value)
}

function countsOf(name: string, value: unknown): readonly (readonly [string, number])[] {
  const count = countOf(value)
  return count === null ? [] : [[name, count]]
}

const lastStep = (address: string) => address.slice(address.lastIndexOf('/') + 1)
