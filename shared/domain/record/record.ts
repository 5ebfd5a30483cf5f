// The unit of retention and disclosure, its versions, media and observations.
import { z } from 'zod'
import { AccessionId, AccountId, Digest, RecordId } from '../id.ts'
import { LockBasis } from '../intake/correction.ts'
import { Instant, Precision } from '../time.ts'
import { Restricted } from './restriction.ts'

/** What a record is, whatever the platform calls it. */
export const RecordKind = z.enum([
  'post',
  'reply',
  'repost',
  'comment',
  'message',
  'conversation-event',
  'story',
  'page',
  'article',
  'like',
  'bookmark',
  'moment',
  'space',
  'profile',
  'account-event',
  'chat',
  'reaction',
  'photo',
  'video',
  'audio',
  'episode',
  'album',
  'playlist',
  'event',
  'contact',
  'review',
  'file',
  'other',
])
export type RecordKind = z.infer<typeof RecordKind>

/** Whether the platform still shows it, as far as the City's copies tell. */
export const RecordState = z.enum(['live', 'deleted', 'draft'])
export type RecordState = z.infer<typeof RecordState>

/** How captures do not show a record to the public: no longer, or as hidden from it. */
export const UnshownHow = z.enum(['gone', 'hidden'])
export type UnshownHow = z.infer<typeof UnshownHow>

/** How a record stands on its platform, as its exports and the captures of it tell together. */
export const ShownAs = z.enum([...RecordState.options, ...UnshownHow.options])
export type ShownAs = z.infer<typeof ShownAs>

export const MediaRole = z.enum(['photo', 'video', 'animation', 'audio', 'file'])
export type MediaRole = z.infer<typeof MediaRole>

/** A photo, video or file of a version; `digest` is null where the export holds no bytes for it. */
export const MediaItem = z.strictObject({
  role: MediaRole,
  name: z.string(),
  digest: Digest.nullable(),
  mime: z.string().nullable(),
  size: z.int().nonnegative().nullable(),
  alt: z.string().nullable(),
  missing: z.string().nullable(),
})
export type MediaItem = z.infer<typeof MediaItem>

/** A link as the post showed it and where it led. */
export const Link = z.strictObject({ shown: z.string(), target: z.string() })
export type Link = z.infer<typeof Link>

/**
 * A row of the list: what is needed to draw it, nothing more. `locked` is the ground of its lock: its author, words and media are then left
 * out. `restricted` is why it is shown only on purpose: its author and words are then left out, opened or not.
 */
export const RecordRow = z.strictObject({
  id: RecordId,
  account: AccountId,
  kind: RecordKind,
  nativeId: z.string(),
  at: Instant.nullable(),
  author: z.string(),
  text: z.string(),
  state: RecordState,
  /** Null where it is shown, as far as captures tell. */
  unshown: UnshownHow.nullable(),
  versions: z.int().positive(),
  media: z.int().nonnegative(),
  series: z.string().nullable(),
  locked: LockBasis.nullable(),
  restricted: Restricted.nullable(),
})
export type RecordRow = z.infer<typeof RecordRow>

/** How a record of a list stands on its platform: what its exports say of it before what captures tell. */
export function standingOf({ state, unshown }: Pick<RecordRow, 'state' | 'unshown'>): ShownAs {
  return state === 'live' ? (unshown ?? state) : state
}

/** What a list of records can be written as. */
export const ListFormat = z.enum(['csv', 'xlsx', 'pdf'])
export type ListFormat = z.infer<typeof ListFormat>

/** Where a version was seen: file, index and byte range in the package as received. */
export const Observation = z.strictObject({
  accession: AccessionId,
  receivedAt: Instant,
  packageName: z.string(),
  member: z.string(),
  pointer: z.string(),
  start: z.int().nonnegative(),
  length: z.int().nonnegative(),
  digest: Digest.nullable(),
  leaf: Digest.nullable(),
  parser: z.string(),
})
export type Observation = z.infer<typeof Observation>

/** One state of a record's content. */
export const Version = z.strictObject({
  number: z.int().positive(),
  digest: Digest,
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
  links: z.array(Link),
  media: z.array(MediaItem),
  observations: z.array(Observation),
})
export type Version = z.infer<typeof Version>

/** A number that changes without the content changing, and when it was seen. */
export const Measure = z.strictObject({ name: z.string(), value: z.number(), seenAt: Instant })
export type Measure = z.infer<typeof Measure>

/** A record whole. `atSource` is the time as the source wrote it; `precision` and `sourceZone` say how sure it is. */
export const RecordDetail = z.strictObject({
  id: RecordId,
  account: AccountId,
  platform: z.string(),
  kind: RecordKind,
  nativeId: z.string(),
  at: Instant.nullable(),
  atSource: z.string().nullable(),
  precision: Precision,
  sourceZone: z.string().nullable(),
  author: z.string(),
  conversation: z.string().nullable(),
  parentNativeId: z.string().nullable(),
  state: RecordState,
  deletedAt: Instant.nullable(),
  series: z.string().nullable(),
  versions: z.array(Version).min(1),
  measures: z.array(Measure),
})
export type RecordDetail = z.infer<typeof RecordDetail>
