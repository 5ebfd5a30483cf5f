// What ties records into threads: what they answer, in every account in which the number means that item, and the conversations that they are part of
// (a channel is none), each within its account.
import { RecordKind } from '../../../../../shared/domain/record/record.ts'
import type { Driver } from '../../catalog/driver.ts'
import { scopeOf } from './number-scope.ts'

/** What may be answered: the kinds that a parent can be of. */
const PARENTS = "('post', 'reply', 'repost', 'comment', 'message')"

/**
 * Accounts of platforms whose conversations are channels: hundreds of talks of many years, each a thread of its own, begun by a message.
 * A thread of Discord is a channel that bears the number of the message that began it, so there the conversation ties where a message bears its number.
 */
const IN_CHANNELS = "(SELECT id FROM account WHERE platform IN ('slack', 'discord'))"

/**
 * A record with what ties it to others: the number that it answers, its conversation, and the numbers under which it may be answered. `scope`: where
 * those numbers are one item, the platform or the account; conversations are the account's.
 */
export interface Tie {
  readonly id: number
  readonly account: number
  readonly scope: string | number
  readonly answers: string | null
  readonly conversation: string | null
  readonly number: string | null
}

const own = (name: string) => scopeOf('account_id', 'platform', name)
const WHOSE = 'CROSS JOIN account AS whose ON whose.id = account_id'

const TIES = `
  SELECT record.id, account_id AS account, ${own('parent_native_id')} AS scope, parent_native_id AS answers,
      iif(account_id IN ${IN_CHANNELS}, NULL, conversation) AS conversation, NULL AS number
    FROM record ${WHOSE} WHERE parent_native_id IS NOT NULL
  UNION ALL SELECT id, account_id, account_id, NULL, conversation, NULL
    FROM record WHERE conversation IS NOT NULL AND parent_native_id IS NULL AND account_id NOT IN ${IN_CHANNELS}
  UNION ALL SELECT record.id, account_id, ${own('record.native_id')}, NULL, NULL, record.native_id FROM record ${WHOSE}
    WHERE kind IN ${PARENTS} AND record.native_id IN (SELECT parent_native_id FROM record WHERE parent_native_id IS NOT NULL)
  UNION ALL SELECT kept_id, account_id, ${own('record_merge.native_id')}, NULL, NULL, record_merge.native_id FROM record_merge ${WHOSE}
    WHERE kind IN ${PARENTS} AND split_at IS NULL
  UNION ALL SELECT first.id, first.account_id, first.account_id, NULL, NULL, first.native_id FROM record AS first
    WHERE first.account_id IN ${IN_CHANNELS} AND first.kind = 'message'
      AND EXISTS (SELECT 1 FROM record AS said WHERE said.conversation = first.native_id AND +said.account_id = first.account_id)
  UNION ALL SELECT said.id, said.account_id, said.account_id, said.conversation, NULL, NULL FROM record AS said
    WHERE said.account_id IN ${IN_CHANNELS} AND said.conversation IS NOT NULL
      AND EXISTS (SELECT 1 FROM record AS first INDEXED BY record_identity
        WHERE first.account_id = said.account_id AND first.kind = 'message' AND first.native_id = said.conversation)`

/** Every tie of the vault, in no order. A record may be there more than once, and not at all where nothing ties it. */
export function everyTie(db: Driver): IterableIterator<Tie> {
  return db.iterate<Tie>(TIES)
}

/** Whether an account is one in which a number of this scope is the same item. */
const REACHED = '(whose.id = scope OR whose.platform = scope)'

// Each key is asked once, whoever has it: of a post with thousands of answers they are listed once, not once an answer.
const TIED = `
  WITH this AS MATERIALIZED (SELECT record.id, account_id, platform, kind, record.native_id, parent_native_id, conversation FROM record ${WHOSE}
      WHERE record.id IN (SELECT value FROM json_each(?))),
    number (scope, name) AS MATERIALIZED (
      SELECT ${own('parent_native_id')}, parent_native_id FROM this WHERE parent_native_id IS NOT NULL
      UNION SELECT ${own('native_id')}, native_id FROM this WHERE kind IN ${PARENTS}
      UNION SELECT ${scopeOf('this.account_id', 'platform', 'merged.native_id')}, merged.native_id FROM this
        JOIN record_merge AS merged ON kept_id = this.id WHERE merged.kind IN ${PARENTS} AND split_at IS NULL
      UNION SELECT account_id, conversation FROM this WHERE conversation IS NOT NULL AND account_id IN ${IN_CHANNELS}
        AND EXISTS (SELECT 1 FROM record AS first INDEXED BY record_identity
          WHERE first.account_id = this.account_id AND first.kind = 'message' AND first.native_id = this.conversation)),
    talk (account, name) AS MATERIALIZED (
      SELECT DISTINCT account_id, conversation FROM this WHERE conversation IS NOT NULL AND account_id NOT IN ${IN_CHANNELS})
  SELECT scope, number.name, 'answer' AS by, child.id FROM number
    CROSS JOIN record AS child ON child.parent_native_id = number.name
    CROSS JOIN account AS whose ON whose.id = child.account_id AND ${REACHED}
  UNION ALL SELECT scope, number.name, 'answer', parent.id FROM number CROSS JOIN account AS whose ON ${REACHED}
    CROSS JOIN record AS parent INDEXED BY record_identity ON parent.account_id = whose.id AND parent.kind IN ${PARENTS} AND parent.native_id = number.name
  UNION ALL SELECT scope, number.name, 'answer', kept_id FROM number CROSS JOIN account AS whose ON ${REACHED}
    CROSS JOIN record_merge AS merged ON merged.account_id = whose.id AND merged.kind IN ${PARENTS} AND merged.native_id = number.name WHERE split_at IS NULL
  UNION ALL SELECT scope, number.name, 'answer', said.id FROM number
    CROSS JOIN record AS said ON said.conversation = number.name AND +said.account_id = scope WHERE scope IN ${IN_CHANNELS}
      AND EXISTS (SELECT 1 FROM record AS first INDEXED BY record_identity
        WHERE first.account_id = scope AND first.kind = 'message' AND first.native_id = number.name)
  UNION ALL SELECT account, name, 'talk', other.id FROM talk
    CROSS JOIN record AS other ON other.conversation = name AND +other.account_id = account`

// Every account and kind is named, so that the index of identities answers.
const NUMBERED = `SELECT record.id, record.native_id AS number FROM account CROSS JOIN json_each(?) AS kind CROSS JOIN json_each(?) AS named
    CROSS JOIN record INDEXED BY record_identity
      ON record.account_id = account.id AND record.kind = kind.value AND record.native_id = named.value
  UNION SELECT record.id, conversation FROM json_each(?) AS named CROSS JOIN record ON conversation = named.value`

/** The records that bear one of these numbers of a platform, or whose conversation does. */
export function recordsNumbered(
  db: Driver,
  numbers: readonly string[],
): { readonly id: number; readonly number: string }[] {
  const named = JSON.stringify(numbers)
  return db.all(NUMBERED, JSON.stringify(RecordKind.options), named, named)
}

/** A record with what ties it to others: all of the same scope, way and name are in one thread. */
export interface TiedBy {
  readonly id: number
  readonly scope: string | number
  readonly by: 'answer' | 'talk'
  readonly name: string
}

/** The records tied to some directly, these among them where anything could tie them. */
export function tiedTo(db: Driver, ids: readonly number[]): TiedBy[] {
  return db.all(TIED, JSON.stringify(ids))
}
