// The columns of docs/counts.md, and how what an importer reads falls into them.

import type { RecordDraft } from '../../electron/core/intake/draft.ts'
import { canonicalJson } from '../../electron/core/vault/canonical.ts'
import type { RecordKind } from '../../shared/domain/record/record.ts'

export const COLUMNS = ['posts', 'comments', 'messages', 'media', 'edits', 'deletions', 'reactions', 'other'] as const
export type Column = (typeof COLUMNS)[number]
export type Counts = Readonly<Record<Column, number>>

/** What stands in no list is `other`. */
const KINDS: Partial<Record<RecordKind, Column>> = {
  post: 'posts',
  reply: 'posts',
  repost: 'posts',
  story: 'posts',
  page: 'posts',
  article: 'posts',
  episode: 'posts',
  photo: 'posts',
  video: 'posts',
  audio: 'posts',
  comment: 'comments',
  message: 'messages',
  'conversation-event': 'messages',
  like: 'reactions',
  reaction: 'reactions',
}

/** The records of one export by column. */
export function countRecords(records: readonly RecordDraft[]): Counts {
  const counts: Record<Column, number> = {
    posts: 0,
    comments: 0,
    messages: 0,
    media: 0,
    edits: 0,
    deletions: 0,
    reactions: 0,
    other: 0,
  }
  const contents = new Map<string, Set<string>>()
  for (const draft of records) {
    counts[KINDS[draft.kind] ?? 'other'] += 1
    counts.media += draft.media.length
    if (draft.state === 'deleted') counts.deletions += 1
    // Reactions to a message stand in the message.
    if (Array.isArray(draft.details.reactions)) counts.reactions += draft.details.reactions.length
    if ((draft.identity ?? 'id') !== 'id') continue
    const key = JSON.stringify([draft.kind, draft.nativeId])
    contents.set(key, (contents.get(key) ?? new Set()).add(canonicalJson(draft.content)))
  }
  for (const { size } of contents.values()) counts.edits += size - 1
  return counts
}

/** The sum of several exports. */
export function added(several: readonly Counts[]): Counts {
  const [first = countRecords([]), ...rest] = several
  return rest.reduce<Counts>(
    (sum, one) => ({
      posts: sum.posts + one.posts,
      comments: sum.comments + one.comments,
      messages: sum.messages + one.messages,
      media: sum.media + one.media,
      edits: sum.edits + one.edits,
      deletions: sum.deletions + one.deletions,
      reactions: sum.reactions + one.reactions,
      other: sum.other + one.other,
    }),
    first,
  )
}
