// Owns making records of the elements of TikTok's lists. Keys differ in case from year to year: `Date`, `date`.
import type { Link, RecordKind } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import type { About } from '../../kit/spec.ts'
import { NO_TIME, writtenTime } from '../../kit/time.ts'
import { countOf, idOf, isObject } from '../../kit/value.ts'
import { type Section, sectionOf } from './sections.ts'

/** A value by its name, whatever the case and the spaces of its key. */
export interface Values {
  /** The first of these that says something, as text; `''` where none does. */
  text(...names: readonly string[]): string
  /** All others that say something, by their own keys. */
  rest(...names: readonly string[]): Readonly<Record<string, string>>
}

/** One element of a list that the keys of `path` lead to. */
export function elementOutcome(value: unknown, path: readonly string[], about: About): Outcome {
  const section = sectionOf(path)
  if (typeof section === 'object') return passedOver(section.reason)
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as an element of this list must be')
  return sectionRecord(section, valuesOf(Object.entries(value)), path, about)
}

/** A record of a section. @param path the keys that lead to it: a message's conversation is the last */
export function sectionRecord(section: Section, values: Values, path: readonly string[], about: About): Outcome {
  const owner = about.ownerHandle ?? ''
  if (section === 'message') return messageRecord(values, conversationOf(path.at(-1) ?? ''))
  if (section === 'comment' || section === 'live-comment') return commentRecord(values, section, path, owner)
  if (section === 'like' || section === 'favorite' || section === 'repost')
    return markRecord(section, values, path, owner)
  return postRecord(section, values, owner)
}

const POSTS: Readonly<Record<string, RecordKind>> = { story: 'story', live: 'video', review: 'review' }

function postRecord(section: Section, values: Values, owner: string): Outcome {
  const time = writtenTime(values.text('Date', 'LiveStartTime', 'CreateTime'), 'UTC')
  const deleted = writtenTime(values.text('DateDeleted', 'DeletedDate', 'DeleteTime'), 'UTC')
  const link = values.text('Link', 'VideoLink', 'Url')
  const id = section === 'live' ? idOf(values.text('RoomId')) : postId(link)
  const text = named(values.text('Title', 'Description', 'RoomTitle', 'Text', 'Review', 'Content'))
  const sound = named(values.text('Sound'))
  const place = named(values.text('Location', 'POI', 'Place'))
  const addYours = named(values.text('AddYoursText'))
  const likes = countOf(values.text('Likes', 'TotalLike', 'TotalLikes'))
  const views = countOf(values.text('Views', 'TotalView', 'TotalViews'))
  return record({
    kind: POSTS[section] ?? 'post',
    id,
    key: section,
    time,
    author: owner,
    state: section === 'deleted-post' ? 'deleted' : section === 'draft' ? 'draft' : 'live',
    deletedAt: deleted.at,
    text,
    links: linksTo(link),
    content: { at: time.atSource, text, sound, place, addYours },
    measures: [
      ...(likes === null ? [] : [['likes', likes] as const]),
      ...(views === null ? [] : [['views', views] as const]),
    ],
    details: {
      section: section === 'post' ? '' : section,
      sound,
      place,
      addYours,
      visibility: values.text('WhoCanView'),
      deleted: deleted.atSource,
      ends: values.text('LiveEndTime'),
      duration: values.text('LiveDuration'),
      ...values.rest(
        'Date',
        'LiveStartTime',
        'CreateTime',
        'DateDeleted',
        'DeletedDate',
        'DeleteTime',
        'Link',
        'VideoLink',
        'Url',
        'RoomId',
        'Title',
        'Description',
        'RoomTitle',
        'Text',
        'Review',
        'Content',
        'Sound',
        'Location',
        'POI',
        'Place',
        'AddYoursText',
        'Likes',
        'TotalLike',
        'TotalLikes',
        'Views',
        'TotalView',
        'TotalViews',
        'WhoCanView',
        'LiveEndTime',
        'LiveDuration',
        'ReplayUrl',
        'CoverUri',
        'CoverImage',
        'TotalEarning',
      ),
    },
  })
}

function commentRecord(values: Values, section: Section, path: readonly string[], owner: string): Outcome {
  const time = writtenTime(values.text('Date', 'CommentTime', 'QuestionTime'), 'UTC')
  const text = values.text('Comment', 'CommentContent', 'QuestionContent', 'Content')
  const photo = named(values.text('Photo'))
  const link = named(values.text('Url', 'Link'))
  // A stream's room leads to the list of its comments.
  const room = section === 'live-comment' ? (path.at(-2) ?? '') : ''
  return record({
    kind: 'comment',
    key: ['comment', room].filter((one) => one !== '').join(' '),
    time,
    author: owner,
    text,
    links: linksTo(link),
    parent: room === '' ? null : room,
    content: { at: time.atSource, text, room, photo: photo !== '' },
    details: {
      live: room,
      photo: photo === '' ? undefined : 'A picture that TikTok names by an address that expires.',
      original: named(values.text('OriginalCommentText')),
    },
  })
}

function markRecord(
  section: 'like' | 'favorite' | 'repost',
  values: Values,
  path: readonly string[],
  owner: string,
): Outcome {
  const time = writtenTime(values.text('Date'), 'UTC')
  const link = values.text('Link', 'VideoLink', 'Url', 'EffectLink', 'Effect Link', 'SoundLink', 'HashtagLink')
  const what =
    section === 'favorite'
      ? (path.at(-1) ?? '')
          .replace(/^favorite|list$/gi, '')
          .trim()
          .toLowerCase()
          // `FavoriteVideoList` in JSON, `Favorite Videos` in text.
          .replace(/s$/, '')
      : ''
  const name = values.text('HashtagName', 'Name', 'Title', 'Comment', 'Text', 'FavoriteCollection')
  const kind = { like: 'like', favorite: 'bookmark', repost: 'repost' } as const
  return record({
    kind: kind[section],
    key: [section, what, postId(link) ?? link, name].filter((one) => one !== '').join(' '),
    time,
    author: owner,
    text: name,
    links: linksTo(link),
    content: { at: time.atSource, target: postId(link) ?? link, name },
    details: { what, target: postId(link) },
  })
}

function messageRecord(values: Values, conversation: string): Outcome {
  const time = writtenTime(values.text('Date'), 'UTC')
  const from = values.text('From')
  const text = values.text('Content', 'Message', 'Text')
  const links = [...text.matchAll(/https?:\/\/[^\s"<>]+/g)].flatMap(([address]) => linksTo(address))
  return record({
    kind: 'message',
    key: [conversation, from].filter((one) => one !== '').join(' '),
    time: time.atSource === null ? NO_TIME : time,
    author: from,
    conversation: conversation === '' ? null : conversation,
    text,
    links,
    content: { at: time.atSource, from, text },
    details: values.rest('Date', 'From', 'Content', 'Message', 'Text'),
  })
}

/** `Chat History with ana:` is the conversation `ana`. */
function conversationOf(key: string): string {
  return key.replace(/^(?:>+\s*)?Chat History with\s+/i, '').replace(/[:\s]+$/, '')
}

/** A post's number, in addresses that stay: `…/share/video/7123/`. */
function postId(link: string): string | null {
  return /\/(?:video|photo|v)\/(\d{6,25})/.exec(link)?.[1] ?? null
}

/** Addresses of files expire and hold signatures: only those of TikTok's pages, and others without such, are links. */
function linksTo(address: string): readonly Link[] {
  if (!/^https?:\/\//i.test(address) || /[?&](?:x-)?(?:signature|expires|token|x-amz-[a-z]+|policy)=/i.test(address))
    return []
  return [{ shown: address, target: address }]
}

const named = (text: string) => (/^n\/a$/i.test(text) ? '' : text)
const keyOf = (name: string) => name.toLowerCase().replace(/[\s_()-]/g, '')

/** Values from an element's entries; lists and objects inside are no texts. */
export function valuesOf(entries: readonly (readonly [key: string, value: unknown])[]): Values {
  const known = new Map<string, string>()
  for (const [key, value] of entries) {
    const text =
      typeof value === 'boolean'
        ? String(value)
        : typeof value === 'number'
          ? String(value)
          : typeof value === 'string'
            ? value
            : ''
    if (text !== '' && !known.has(keyOf(key))) known.set(keyOf(key), text)
  }
  return {
    text: (...names) => names.map((name) => known.get(keyOf(name)) ?? '').find((text) => text !== '') ?? '',
    rest: (...names) => {
      const left = new Set(names.map(keyOf))
      const others = entries.flatMap(([key]) => {
        const text = known.get(keyOf(key)) ?? ''
        return left.has(keyOf(key)) || text === '' || /^https?:/i.test(text) ? [] : [[key, text] as const]
      })
      return Object.fromEntries(others)
    },
  }
}
