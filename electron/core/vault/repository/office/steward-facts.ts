// Facts of the vault that stewardship reports: proofs of control, posts of the City in a period, what happened in a quarter.
import { AccountId } from '../../../../../shared/domain/id.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** When the newest complete export or capture of each account was made, or received where nobody says when. */
export function newestProofs(db: Driver): ReadonlyMap<AccountId, Instant> {
  const rows = db.all<{ account: number; made: number }>(
    `SELECT account_id AS account, max(coalesce(generated_at, received_at)) AS made FROM accession WHERE state = 'complete' GROUP BY account_id`,
  )
  return new Map(rows.map(({ account, made }) => [AccountId.parse(account), Instant.parse(made)]))
}

/** A post of the City's own; `at` in ms since 1970 UTC. */
export interface OwnPost {
  readonly id: number
  readonly account: number
  readonly at: number | null
  readonly text: string
}

const POSTS = `SELECT record.id, record.account_id AS account, at, version.text FROM record
    JOIN version ON version.record_id = record.id AND version.number = record.versions
    LEFT JOIN record_lock ON record_lock.record_id = record.id AND record_lock.ended_at IS NULL
    LEFT JOIN restriction ON restriction.record_id = record.id AND restriction.ended_at IS NULL
  WHERE record.id >= ? AND record.id < ? AND kind IN ('post', 'reply', 'repost', 'story', 'video', 'photo', 'article', 'episode', 'event')
    AND record_lock.id IS NULL AND restriction.id IS NULL AND record.account_id NOT IN (SELECT account_id FROM account_personal)
    AND NOT EXISTS (SELECT 1 FROM steward_entry WHERE kind = 'flag' AND record_id = record.id)
  ORDER BY record.id DESC`

/** The posts of the City between two ids, the second excluded, that no flag is on; newest first. */
export function ownPosts(db: Driver, from: number, to: number): IterableIterator<OwnPost> {
  return db.iterate<OwnPost>(POSTS, from, to)
}
