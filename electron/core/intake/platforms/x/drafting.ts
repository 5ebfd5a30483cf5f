// Owns what the makers of drafts share: whose export it is, what was odd, and the fields that most kinds leave empty.

import type { Outcome, RecordDraft } from '../../draft.ts'
import type { MediaIndex } from './media-index.ts'
import type { SourceTime } from './time.ts'

/** What is known while one file is read. */
export interface Drafting {
  readonly owner: { readonly handle: string; readonly nativeId: string | null }
  /** The last moment (ms) that can be right for a record with this id; null where that cannot be told. */
  readonly latest: (id: string) => number | null
  readonly media: MediaIndex
  /** Tells of something odd that does not keep the record from being stored. */
  readonly odd: (code: OddCode, example: string) => void
}

export type OddCode = 'time-impossible' | 'not-utf8' | 'note-twice'

/** Fields that most records leave empty. */
export const PLAIN = {
  conversation: null,
  parentNativeId: null,
  state: 'live',
  deletedAt: null,
  links: [],
  measures: [],
  media: [],
  joined: [],
} as const satisfies Partial<RecordDraft>

/** The four fields of a time, telling where it is odd. */
export function timeFields(time: SourceTime, { odd }: Drafting) {
  if (time.odd && time.atSource !== null) odd('time-impossible', time.atSource)
  const { at, atSource, precision, sourceZone } = time
  return { at, atSource, precision, sourceZone }
}

/** A record. */
export function record(draft: RecordDraft): Outcome {
  return { type: 'record', draft }
}

/** The name under which an account's own records are kept: the handle, or its number. */
export function ownerName({
  handle,
  nativeId,
}: {
  readonly handle: string | null
  readonly nativeId: string | null
}): string {
  return handle ?? nativeId ?? ''
}
