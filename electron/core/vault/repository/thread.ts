// What ties records into threads: what they answer, and the conversations that they are part of (a channel is none), each within its account.
import type { Driver } from '../catalog/driver.ts'

/** What may be answered: the kinds that a parent can be of. */
const PARENTS = "('post', 'reply', 'repost', 'comment', 'message')"

/**
 * Accounts of platforms whose conversations are channels: hundreds of talks of many years, each a thread of its own, begun by a message.
 * A thread of Discord is a channel that bears the number of the message that began it, so there the conversation ties where a message bears its number.
 */
const IN_CHANNELS = "(SELECT id FROM account WHERE platform IN ('slack', 'discord'))"

/** A record with what ties it to others: the number that it answers, its conversation, and the numbers under which it may be answered. */
export interface Tie {
  readonly id: number
  readonly account: number
  readonly answers: string | null
  readonly conversation: string | null
  readonly number: string | null
}

const TIES = `
  SELECT id, account_id AS account, parent_native_id AS answers,
      iif(account_id IN ${IN_CHANNELS}, NULL, conversation) AS conversation, NULL AS number
    FROM record WHERE parent_native_id IS NOT NULL
  UNION ALL SELECT id, account_id, NULL, conversation, NULL
    FROM record WHERE conversation IS NOT NULL AND parent_native_id IS NULL AND account_id NOT IN ${IN_CHANNELS}
  UNION ALL SELECT id, account_id, NULL, NULL, native_id FROM record
    WHERE kind IN ${PARENTS} AND native_id IN (SELECT parent_native_id FROM record WHERE parent_native_id IS NOT NULL)
  UNION ALL SELECT kept_id, account_id, NULL, NULL, native_id FROM record_merge WHERE kind IN ${PARENTS} AND split_at IS NULL
  UNION ALL SELECT first.id, first.account_id, NULL, NULL, first.native_id FROM record AS first
    WHERE first.account_id IN ${IN_CHANNELS} AND first.kind = 'message'
      AND EXISTS (SELECT 1 FROM record AS said WHERE said.conversation = first.native_id AND +said.account_id = first.account_id)
  UNION ALL SELECT said.id, said.account_id, said.conversation, NULL, NULL FROM record AS said
    WHERE said.account_id IN ${IN_CHANNELS} AND said.conversation IS NOT NULL
      AND EXISTS (SELECT 1 FROM record AS first INDEXED BY record_identity
        WHERE first.account_id = said.account_id AND first.kind = 'message' AND first.native_id = said.conversation)`

/** Every tie of the vault, in no order. A record may be there more than once, and not at all where nothing ties it. */
export function everyTie(db: Driver): IterableIterator<Tie> {
  return db.iterate<Tie>(TIES)
}

const BESIDE = `
  WITH this AS (SELECT id, account_id, kind, native_id, parent_native_id, conversation FROM record WHERE id = ?),
    number (native_id) AS (SELECT native_id FROM this WHERE kind IN ${PARENTS}
      UNION SELECT merged.native_id FROM this JOIN record_merge AS merged ON kept_id = this.id
        WHERE merged.kind IN ${PARENTS} AND split_at IS NULL)
  SELECT child.id FROM this JOIN number JOIN record AS child ON child.parent_native_id = number.native_id AND +child.account_id = this.account_id
  UNION SELECT other.id FROM this JOIN record AS other ON other.parent_native_id = this.parent_native_id AND +other.account_id = this.account_id
  UNION SELECT parent.id FROM this JOIN record AS parent INDEXED BY record_identity ON parent.account_id = this.account_id
    AND parent.kind IN ${PARENTS} AND parent.native_id = this.parent_native_id
  UNION SELECT kept_id FROM this JOIN record_merge ON record_merge.account_id = this.account_id
    AND record_merge.kind IN ${PARENTS} AND record_merge.native_id = this.parent_native_id AND split_at IS NULL
  UNION SELECT other.id FROM this JOIN record AS other ON other.conversation = this.conversation AND +other.account_id = this.account_id
    WHERE this.account_id NOT IN ${IN_CHANNELS} OR EXISTS (SELECT 1 FROM record AS first INDEXED BY record_identity
      WHERE first.account_id = this.account_id AND first.kind = 'message' AND first.native_id = this.conversation)
  UNION SELECT said.id FROM this JOIN record AS said ON said.conversation = this.native_id AND +said.account_id = this.account_id
    WHERE this.account_id IN ${IN_CHANNELS} AND this.kind = 'message'
  UNION SELECT first.id FROM this JOIN record AS first INDEXED BY record_identity ON first.account_id = this.account_id
    AND first.kind = 'message' AND first.native_id = this.conversation WHERE this.account_id IN ${IN_CHANNELS}`

/** The records tied to one directly, itself perhaps among them. */
export function tiedTo(db: Driver, id: number): number[] {
  return db.all<{ id: number }>(BESIDE, id).map((row) => row.id)
}
