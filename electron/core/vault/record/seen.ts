// What the vault holds of an item that was read and not stored.
import type { Driver } from '../catalog/driver.ts'
import { mergedInto } from './merged-into.ts'

/** Compares an item of an account with the vault: no such record, one with other content, or this very content. */
export function seenBefore(
  db: Driver,
  account: number,
  identity: { readonly kind: string; readonly nativeId: string },
  contentDigest: Uint8Array,
): 'new' | 'changed' | 'same' {
  const kept = mergedInto(db, account)(identity, contentDigest)
  const row =
    kept === null
      ? db.get<{ known: number }>(
          `${KNOWN} WHERE account_id = ? AND kind = ? AND native_id = ?`,
          contentDigest,
          account,
          identity.kind,
          identity.nativeId,
        )
      : db.get<{ known: number }>(`${KNOWN} WHERE id = ?`, contentDigest, kept)
  if (row === undefined) return 'new'
  return row.known === 1 ? 'same' : 'changed'
}

const KNOWN = 'SELECT EXISTS (SELECT 1 FROM version WHERE record_id = record.id AND digest = ?) AS known FROM record'
