// Owns making records of what a repository holds, by their collections.
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record, type Said } from '../../kit/draft.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { writtenTime } from '../../kit/time.ts'
import { isObject, type JsonObject, listOf, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import { blobFile, carriedBy } from './embed.ts'
import { facetLinks } from './facets.ts'
import { keyTime } from './key-time.ts'
import { plainObject } from './plain.ts'

export interface Placed {
  readonly did: string
  /** `collection/key`. */
  readonly path: string
  /** The name of the block: the digest of all that the record says. */
  readonly cid: string
  readonly author: string
  readonly media: MediaFinder
}

const CONTACTS = /^app\.bsky\.graph\.(?:follow|block|listblock|listitem|verification)$/
const SETTINGS = /^(?:chat\.bsky\.actor\.declaration|app\.bsky\.notification\.declaration)$/

/** A record of the repository. */
export function recordOutcome(value: unknown, placed: Placed): Outcome {
  const collection = placed.path.split('/', 1)[0] ?? ''
  if (CONTACTS.test(collection)) {
    return passedOver('Whom the account follows, blocks or lists: contacts are no records of what it said.')
  }
  if (SETTINGS.test(collection)) return passedOver('A setting of the account.')
  const fields = plainObject(value)
  if (fields === null) return failed('record-malformed', 'is no record: its block cannot be understood')
  return record({ ...common(fields, placed), ...said(collection, fields, placed) })
}

/** What all records have. */
function common(value: JsonObject, { did, path, cid, author }: Placed) {
  const written = textOf(value.createdAt)
  return {
    id: `at://${did}/${path}`,
    time: written === '' ? keyTime(path) : writtenTime(written, 'UTC'),
    author,
    // The block's name changes with whatever the record says, and with nothing else.
    content: { cid },
  }
}

type Own = Pick<Said, 'kind' | 'text'> & Partial<Omit<Said, 'kind' | 'text'>>

function said(collection: string, value: JsonObject, placed: Placed): Own {
  switch (collection) {
    case 'app.bsky.feed.post':
      return post(value, placed)
    case 'app.bsky.feed.repost':
      return subject('repost', value, placed)
    case 'app.bsky.feed.like':
      return subject('like', value, placed)
    case 'app.bsky.actor.profile':
      return profile(value, placed)
    default:
      return other(collection, value, placed)
  }
}

function post(value: JsonObject, { path, media }: Placed): Own {
  const text = textOf(value.text)
  const reply = isObject(value.reply) ? value.reply : {}
  const [parent, root] = [uriOf(reply.parent), uriOf(reply.root)]
  const carried = carriedBy(value.embed, media)
  return {
    kind: parent === null ? 'post' : 'reply',
    text,
    parent,
    conversation: root ?? parent,
    links: [...facetLinks(text, value.facets ?? value.entities), ...carried.links],
    details: {
      languages: textsOf(value.langs),
      tags: textsOf(value.tags),
      warnings: labelsOf(value.labels),
      keyTime: keyTime(path).atSource,
      via: textOf(value.via),
      ...carried.details,
    },
    media: carried.media,
  }
}

/** A repost or a like: all it says is of what. */
function subject(kind: 'repost' | 'like', value: JsonObject, { path }: Placed): Own {
  const target = uriOf(value.subject)
  return {
    kind,
    text: target ?? '',
    parent: target,
    links: target === null ? [] : [{ shown: target, target }],
    details: { target, keyTime: keyTime(path).atSource, via: uriOf(value.via) },
  }
}

function profile(value: JsonObject, { media }: Placed): Own {
  const name = textOf(value.displayName)
  return {
    kind: 'profile',
    text: [name, textOf(value.description)].filter((part) => part !== '').join('\n'),
    details: {
      name,
      pronouns: textOf(value.pronouns),
      website: textOf(value.website),
      pinned: uriOf(value.pinnedPost),
      warnings: labelsOf(value.labels),
    },
    media: [...blobFile(value.avatar, 'photo', null, media), ...blobFile(value.banner, 'photo', null, media)],
  }
}

/** Lists, gates of threads, feeds, starter packs, and whatever other programs keep in a repository: whole in the details. */
function other(collection: string, value: JsonObject, { media }: Placed): Own {
  const words = [value.name, value.displayName, value.title, value.description, value.text, value.content].map(textOf)
  const gated = textOf(value.post) || null
  const text = words.filter((part) => part !== '').join('\n')
  return {
    kind: 'other',
    text: text || collection,
    parent: gated ?? uriOf(value.subject),
    links: facetLinks(textOf(value.description), value.descriptionFacets),
    details: { what: collection, record: value },
    media: blobFile(value.avatar, 'photo', null, media),
  }
}

function uriOf(value: unknown): string | null {
  return isObject(value) ? textOf(value.uri) || null : null
}

function labelsOf(value: unknown): readonly string[] {
  const values = isObject(value) ? value.values : value
  return [
    ...objectsOf(values).map(({ val }) => textOf(val)),
    ...listOf(values).filter((one) => typeof one === 'string'),
  ]
}
