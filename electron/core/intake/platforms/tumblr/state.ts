// Owns what is known of Tumblr's export while its files are read.
import type { RecordState } from '../../../../../shared/domain/record/record.ts'
import type { TimeFields } from '../../kit/time.ts'
import type { Threads } from './talk.ts'

/** What the XML says of a post that has a page of its own too. */
export interface Twin {
  readonly time: TimeFields
  readonly author: string
  readonly state: RecordState
  readonly content: unknown
}

export interface TumblrState {
  /** By the post's number. */
  readonly twins: ReadonlyMap<string, Twin>
  /** By file: its conversations that hold messages, in order. */
  readonly threads: ReadonlyMap<string, Threads>
}
