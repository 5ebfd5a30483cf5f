// Owns making records of what Instagram's files hold since 2021, besides messages.
import type { RecordKind } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import { NO_TIME } from '../../kit/time.ts'
import { isObject, type JsonObject } from '../../kit/value.ts'
import { isArchived, isTrash, pageAt } from '../../meta/html/pages.ts'
import { labelledOutcome } from '../../meta/labelled.ts'
import { mediaNames, metaMedia } from '../../meta/media.ts'
import { mediaPostOutcome } from '../../meta/media-post.ts'
import type { PostHint } from '../../meta/post.ts'
import type { MetaReading } from '../../meta/reading.ts'
import { repaired } from '../../meta/repaired.ts'
import { kindByName } from '../../meta/shape.ts'
import { commentOutcome, looksLikeComment, stringListOutcomes, stringMapOutcome } from '../../meta/string-map.ts'
import { isThreadsPost, threadsHint, threadsItem } from '../../meta/threads.ts'
import { profileLabels } from './about.ts'
import { sectionOf } from './sections.ts'

type Made = Outcome | readonly Outcome[]

/** One item; `key` is that of the list, undefined at the root. */
export function itemOutcome(value: unknown, key: string | undefined, reading: MetaReading): Made {
  const item = repaired(value)
  if (typeof item === 'string') return passedOver('A sentence of Instagram’s that the section is empty.')
  if (!isObject(item)) return failed('not-an-object', 'is not an object, as a record must be')
  const ofThreads = threadsOf(item, key)
  if (ofThreads !== undefined) return threadsItem(item, { ...ofThreads, details: { app: 'Threads' } }, reading)
  const hint = (key === undefined ? undefined : sectionOf(key)?.hint) ?? hintByPath(item, reading.file)
  if (Array.isArray(item.label_values)) return labelledOutcome(item, hint.kind, reading, hint.details ?? {})
  if (Array.isArray(item.string_list_data)) return stringListOutcomes(item, hint, reading)
  if (!isObject(item.string_map_data)) return mediaPostOutcome(item, hint, reading)
  return hint.kind === 'comment' ? commentOutcome(item, hint, reading) : stringMapOutcome(item, hint, reading)
}

function threadsOf(item: JsonObject, key: string | undefined): PostHint | undefined {
  if (key !== undefined) return threadsHint(key)
  return isThreadsPost(item) ? { kind: 'post' } : undefined
}

/** What no key says, the path does, as for pages of HTML. */
function hintByPath(item: JsonObject, file: string): PostHint {
  const path = file.replace(/\.json$/i, '.html')
  const state = isTrash(path) ? { state: 'deleted' as const } : {}
  const details = isArchived(path) ? { details: { archived: true } } : {}
  return { kind: kindOf(item, path), ...state, ...details }
}

const KINDS: Readonly<Record<string, RecordKind>> = {
  posts: 'post',
  comments: 'comment',
  reactions: 'like',
  photos: 'photo',
  videos: 'video',
  stories: 'story',
  saved: 'bookmark',
  activity: 'account-event',
}

function kindOf(item: JsonObject, path: string): RecordKind {
  if (/repost/i.test(path)) return 'repost'
  const page = pageAt(path)
  const kind = 'group' in page ? undefined : KINDS[page.type]
  if (isObject(item.string_map_data)) return looksLikeComment(item) ? 'comment' : (kind ?? 'other')
  if (Array.isArray(item.string_list_data)) return kind === 'account-event' || kind === 'bookmark' ? kind : 'like'
  if (Array.isArray(item.label_values)) return kind ?? kindByName(path)
  return kind === undefined || kind === 'comment' || kind === 'like' ? 'post' : kind
}

/** The profile: what it shows, not how its holder is reached. */
export function profileOutcome(value: unknown, reading: MetaReading): Outcome {
  const profile = repaired(value)
  if (!isObject(profile)) return failed('not-an-object', 'is not an object, as a profile must be')
  const shown = profileLabels(profile)
  const pictures = isObject(profile.media_map_data) ? Object.values(profile.media_map_data).filter(isObject) : []
  return record({
    kind: 'profile',
    id: 'profile',
    time: NO_TIME,
    author: reading.owner,
    text: [shown.name || shown.username, shown.about].filter((line) => line !== '').join('\n'),
    details: { ...shown },
    content: { ...shown, media: mediaNames(pictures) },
    media: metaMedia(pictures, reading.media),
  })
}
