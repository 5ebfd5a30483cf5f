// Owns making records of comments, showcases, folders, channels, text tracks, likes, and of the account's profile.
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { NO_TIME } from '../../kit/time.ts'
import { idOf, isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import type { Context } from './context.ts'
import { answeredIn, commentIn, type Kind, lastStep, videoIn } from './kinds.ts'
import { imageOf, personOf, timeOf, totalsOf } from './video.ts'

/** Deeper answers are left in the source: Vimeo has one level. */
const DEEPEST = 16

/** A comment, and the answers that stand in it. */
export function commentOutcomes(value: JsonObject, context: Context, depth = 0): readonly Outcome[] {
  const uri = textOf(value.uri)
  const id = commentIn(uri) ?? (uri === '' ? idOf(value.id) : uri)
  const video = videoIn(uri) ?? context.video ?? videoIn(textOf(value.link))
  const answered = answeredBy(value) ?? context.answered
  const text = textOf(value.text)
  const author = personOf(value.user)
  const own = record({
    kind: 'comment',
    ...(id === null ? { key: `${video ?? ''} ${author}`.trim() } : { id }),
    time: timeOf(value.created_on ?? value.created_time),
    author,
    conversation: video,
    // A list of answers may hold the comment that they answer.
    parent: answered !== null && answered !== id ? answered : video,
    text,
    details: {
      on: textOf(value.type),
      modified: textOf(value.modified_time) || textOf(value.modified_on),
      user: isObject(value.user) ? textOf(value.user.uri) : '',
    },
    measures: totalsOf(value, ['replies']),
    content: { text },
  })
  const inside = depth < DEEPEST ? listIn(value.replies) : []
  return [own, ...inside.flatMap((one) => commentOutcomes(one, { ...context, video, answered: id }, depth + 1))]
}

/** The comment that one answers, as far as it says itself. */
function answeredBy(value: JsonObject): string | null {
  const own = answeredIn(textOf(value.uri))
  if (own !== null) return own
  const metadata = isObject(value.metadata) ? value.metadata : {}
  const connections = isObject(metadata.connections) ? metadata.connections : {}
  const places = [
    value.parent,
    value.parent_comment,
    value.in_reply_to,
    value.reply_to,
    value.parent_uri,
    value.parent_id,
    connections.parent,
  ]
  for (const place of places) {
    const path = isObject(place) ? (idOf(place.uri) ?? idOf(place.id)) : idOf(place)
    if (path !== null) return commentIn(path) ?? (/^\d+$/.test(path) ? path : null)
  }
  return null
}

/** A list as it stands, or inside an answer of its own. */
export function listIn(value: unknown): readonly JsonObject[] {
  return objectsOf(isObject(value) ? value.data : value)
}

const WHAT: Readonly<Partial<Record<Kind, string>>> = { showcase: 'showcase', folder: 'folder', channel: 'channel' }

/** A showcase (once called album), a folder (once project), a channel or group. */
export function collectionOutcome(value: JsonObject, kind: Kind): Outcome {
  const what = WHAT[kind] ?? 'showcase'
  const [title, description] = [textOf(value.name), textOf(value.description)]
  const page = textOf(value.link)
  const privacy = isObject(value.privacy) ? textOf(value.privacy.view) : ''
  return record({
    kind: 'album',
    id: `${what} ${lastStep(textOf(value.uri))}`,
    time: timeOf(value.created_time),
    author: personOf(value.user),
    text: [title, description].filter((part) => part !== '').join('\n'),
    links: page === '' ? [] : [{ shown: title || page, target: page }],
    details: {
      what,
      title,
      visibility: privacy,
      modified: textOf(value.modified_time),
      order: textOf(value.sort),
      layout: textOf(value.layout),
      image: imageOf(value.pictures),
    },
    measures: totalsOf(value, ['videos', 'items', 'users']),
    content: { title, description, visibility: privacy },
  })
}

/** What is said of captions; the words stand in files of their own. */
export function textTrackOutcome(value: JsonObject, context: Context): Outcome {
  const uri = textOf(value.uri)
  const video = videoIn(uri) ?? context.video
  const said = { language: textOf(value.language), type: textOf(value.type), name: textOf(value.name) }
  return record({
    kind: 'file',
    id: `text track ${lastStep(uri)}`,
    time: NO_TIME,
    author: '',
    conversation: video,
    parent: video,
    text: [said.type, said.language, said.name].filter((part) => part !== '').join(' '),
    details: { what: 'text track', ...said, active: value.active, spoken: textOf(value.display_language) },
    content: said,
  })
}

/** Somebody who likes a video: an element of the list of those who do. */
export function likedByOutcome(user: JsonObject, video: string): Outcome {
  const name = personOf(user)
  return record({
    kind: 'like',
    id: `like ${video} by ${textOf(user.uri) || name}`,
    time: NO_TIME,
    author: name,
    conversation: video,
    parent: video,
    text: '',
    details: { user: textOf(user.uri) },
    content: { video, by: textOf(user.uri) || name },
  })
}

/** The account's profile. */
export function profileOutcome(value: JsonObject): Outcome {
  const [name, about] = [textOf(value.name), textOf(value.bio)]
  const page = textOf(value.link)
  const websites = objectsOf(value.websites).map((one) => ({
    shown: textOf(one.name) || textOf(one.link),
    target: textOf(one.link),
  }))
  const membership = isObject(value.membership) ? textOf(value.membership.type) : ''
  const fields = { name, about, location: textOf(value.location), shortBio: textOf(value.short_bio) }
  return record({
    kind: 'profile',
    id: lastStep(textOf(value.uri)),
    time: timeOf(value.created_time),
    author: name,
    text: [name, about].filter((part) => part !== '').join('\n'),
    links: [...(page === '' ? [] : [{ shown: page, target: page }]), ...websites.filter(({ target }) => target !== '')],
    details: { ...fields, about: '', membership: membership || textOf(value.account), image: imageOf(value.pictures) },
    measures: totalsOf(value, ['videos', 'followers', 'following', 'albums', 'likes']),
    content: { ...fields, websites },
  })
}
